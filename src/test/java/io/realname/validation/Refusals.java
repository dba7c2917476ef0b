package io.realname.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How tests look at a refused value. */
public final class Refusals {

    private Refusals() {}

    /** The code that a value is refused with; fails if it is taken, or if the exception tells more than the code. */
    public static String refusal(ThrowingCallable parse) {
        InvalidValueException refused = catchThrowableOfType(InvalidValueException.class, parse);
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused).hasMessage(refused.code()).hasNoCause();
        return refused.code();
    }
}
