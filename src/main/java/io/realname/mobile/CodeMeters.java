package io.realname.mobile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the codes that this node sent, and those that were typed. Costs no statement. */
@Component
class CodeMeters {

    private static final List<String> RESULTS =
            List.of("accepted", "frequency_limited", "number_refused", "unavailable", "provider_refused");
    private static final List<String> VERDICTS = List.of("right", "wrong", "exhausted", "expired", "throttled");

    private final MeterRegistry meters;

    CodeMeters(MeterRegistry meters) {
        this.meters = meters;
        // Shown as 0 from the start; otherwise the first one would not count as an increase.
        for (MobileCodePurpose purpose : MobileCodePurpose.values()) {
            RESULTS.forEach(result -> sent(purpose, result));
            VERDICTS.forEach(verdict -> typed(purpose, verdict));
        }
    }

    CodeDispatch count(MobileCodePurpose purpose, CodeDispatch dispatch) {
        sent(purpose, result(dispatch)).increment();
        return dispatch;
    }

    CodeVerdict count(MobileCodePurpose purpose, CodeVerdict verdict) {
        typed(purpose, verdict(verdict)).increment();
        return verdict;
    }

    private Counter sent(MobileCodePurpose purpose, String result) {
        return Counter.builder("realname.codes.sent")
                .description("Codes that were to be sent by SMS, by what came of it")
                .tags("purpose", purpose.name(), "result", result)
                .register(meters);
    }

    private Counter typed(MobileCodePurpose purpose, String verdict) {
        return Counter.builder("realname.codes.typed")
                .description("Codes that applicants typed, by the verdict")
                .tags("purpose", purpose.name(), "verdict", verdict)
                .register(meters);
    }

    private static String result(CodeDispatch dispatch) {
        if (dispatch instanceof CodeDispatch.Sent) {
            return "accepted";
        } else if (dispatch instanceof CodeDispatch.FrequencyLimited) {
            return "frequency_limited";
        } else if (dispatch instanceof CodeDispatch.NumberRefused) {
            return "number_refused";
        }
        return dispatch instanceof CodeDispatch.Unavailable ? "unavailable" : "provider_refused";
    }

    private static String verdict(CodeVerdict verdict) {
        if (verdict instanceof CodeVerdict.Right) {
            return "right";
        } else if (verdict instanceof CodeVerdict.Wrong) {
            return "wrong";
        } else if (verdict instanceof CodeVerdict.Exhausted) {
            return "exhausted";
        }
        return verdict instanceof CodeVerdict.Expired ? "expired" : "throttled";
    }
}
