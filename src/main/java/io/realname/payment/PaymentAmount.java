package io.realname.payment;

import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedNumber;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The amount that arrived on the corporate account, as the applicant states it.
 *
 * @param fen hundredths of a yuan, 1 to 999
 */
public record PaymentAmount(int fen) {

    private static final Pattern MINUS = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern FORM = Pattern.compile("[0-9](\\.[0-9]{1,2})?");
    private static final int DECIMALS = 2;
    private static final int HUNDRED = 100;

    /**
     * Reads an amount in yuan: {@code 0.37}, {@code 0.4}.
     *
     * @throws InvalidValueException {@code REQUIRED}; {@code INVALID_AMOUNT} for anything but 0.01 to 9.99
     */
    public static PaymentAmount parse(@Nullable String input) {
        String given = input == null ? "" : input;
        String typed = TypedNumber.compact(given);
        if (typed.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        // TypedNumber removes dashes and minus signs. From an amount, that would make another amount.
        if (MINUS.matcher(given).find() || !FORM.matcher(typed).matches()) {
            throw new InvalidValueException("INVALID_AMOUNT");
        }
        String cents = typed.length() == 1 ? "00" : (typed.substring(2) + "0").substring(0, 2);
        int fen = Integer.parseInt(typed, 0, 1, 10) * HUNDRED + Integer.parseInt(cents);
        if (fen == 0) {
            throw new InvalidValueException("INVALID_AMOUNT");
        }
        return new PaymentAmount(fen);
    }

    /** In yuan, with two decimals: {@code 0.37}. */
    public String inYuan() {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }

    @Override
    public String toString() {
        return "PaymentAmount[sealed]";
    }
}
