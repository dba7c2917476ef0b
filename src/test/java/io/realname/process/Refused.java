package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;

/** What was refused, and why. */
public final class Refused {

    private Refused() {}

    public static void with(RefusalCode code, Runnable action) {
        assertThat(refusal(action).code()).isEqualTo(code);
    }

    public static void invalid(String pointer, String code, Runnable action) {
        Refusal refusal = refusal(action);
        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_APPLICATION);
        assertThat(refusal.errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple(pointer, code));
    }

    /** As it was said; the engine wraps what a listener throws. */
    public static Refusal refusal(Runnable action) {
        Throwable thrown = catchThrowable(action::run);
        assertThat(thrown).as("a refusal").isNotNull();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusalException refused) {
                return refused.refusal();
            }
        }
        throw new AssertionError("no refusal", thrown);
    }
}
