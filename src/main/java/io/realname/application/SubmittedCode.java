package io.realname.application;

import io.realname.mobile.CodeState;
import io.realname.mobile.MobileCodes;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells whether a submitted code was accepted, by the state of the application: if it still waits for a code, the code
 * was not accepted. So both APIs use one rule, and the engine need not return a result.
 */
@Component
public class SubmittedCode {

    private final MobileCodes codes;

    SubmittedCode(MobileCodes codes) {
        this.codes = codes;
    }

    /** @param after the application, read after the code was submitted */
    public Optional<Refusal> refusal(Application after) {
        if (!after.expects(ActionType.SUBMIT_MOBILE_CODE)) {
            return Optional.empty();
        }
        CodeState state = codes.state(after.id());
        Instant expiresAt = state.expiresAt();
        return Optional.of(
                expiresAt == null || expiresAt.isBefore(Instant.now())
                        ? Refusal.of(RefusalCode.MOBILE_CODE_EXPIRED)
                        : Refusal.wrongCode(state.triesLeft()));
    }
}
