package io.realname.payment;

import io.realname.licence.EnterpriseName;
import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedName;
import io.realname.validation.TypedNumber;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's account at a bank. It is not a card: its number has 8 to 32 digits in a form of the bank's own, so it
 * has no check digit.
 *
 * @param number digits only
 * @param bank the bank's name, for example 中国工商银行
 * @param branch the name of the branch that keeps the account
 */
public record CorporateAccount(String number, String bank, String branch) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,32}");
    private static final Pattern NAME = Pattern.compile("(?:" + TypedName.LETTER + "|[0-9（）·. -]){2,100}+");
    private static final Pattern LETTER = Pattern.compile(TypedName.LETTER);
    private static final int SHOWN = 4;

    /**
     * Reads a number as typed; spaces, hyphens and full-width digits are normalised first.
     *
     * @throws InvalidValueException {@code REQUIRED}, {@code INVALID_FORMAT}
     */
    public static String number(@Nullable String input) {
        String number = TypedNumber.compact(input == null ? "" : input);
        if (number.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        return number;
    }

    /**
     * Reads the name of a bank or a branch: Han characters, Latin letters, digits and a few signs, normalised like an
     * {@link EnterpriseName}.
     *
     * @throws InvalidValueException {@code REQUIRED}, {@code INVALID_FORMAT}
     */
    public static String name(@Nullable String input) {
        String name = TypedName.read(input, TypedName::canonical, "INVALID_FORMAT");
        if (!NAME.matcher(name).matches() || !LETTER.matcher(name).find()) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        return name;
    }

    /** The last four digits after four asterisks, for a number of any length. */
    public String masked() {
        return "****" + number.substring(number.length() - SHOWN);
    }

    @Override
    public String toString() {
        return "CorporateAccount[sealed]";
    }
}
