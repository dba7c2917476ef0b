package io.realname.payment;

import io.realname.validation.InvalidValueException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operator found out about a payment whose answer got lost, by looking it up with the provider. */
public sealed interface PaymentFinding {

    /**
     * The provider has the payment.
     *
     * @param orderNumber the provider's, 1 to 100 letters, digits and {@code . _ : -}
     */
    record Arrived(String orderNumber) implements PaymentFinding {

        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

        /** @throws InvalidValueException {@code REQUIRED}, {@code INVALID_FORMAT} */
        public static Arrived as(@Nullable String orderNumber) {
            String number = orderNumber == null ? "" : orderNumber.strip();
            if (number.isEmpty()) {
                throw new InvalidValueException("REQUIRED");
            }
            if (!FORM.matcher(number).matches()) {
                throw new InvalidValueException("INVALID_FORMAT");
            }
            return new Arrived(number);
        }
    }

    /** The provider has no such payment. It may be sent again. */
    record NotArrived() implements PaymentFinding {}
}
