package io.realname.provider.tencent;

import io.realname.mobile.SmsResult;
import java.util.List;
import java.util.Set;

/** The meaning of a code other than {@code Ok}, either of one message or of the whole request. */
final class SmsCodes {

    private static final Set<String> NUMBER_REFUSED =
            Set.of("InvalidParameterValue.IncorrectPhoneNumber", "FailedOperation.PhoneNumberInBlacklist");

    private static final List<String> PROVIDER_REFUSED = List.of(
            "FailedOperation.InsufficientBalanceInSmsPackage",
            "FailedOperation.TemplateIncorrectOrUnapproved",
            "FailedOperation.SignatureIncorrectOrUnapproved",
            "UnauthorizedOperation",
            "AuthFailure");

    private SmsCodes() {}

    static SmsResult meaning(String code) {
        // These are the limits per 30 seconds, hour, day, content, and the app's day. RequestLimitExceeded is not one
        // of them: it limits the calls per second.
        if (code.startsWith("LimitExceeded")) {
            return new SmsResult.FrequencyLimited(code);
        }
        if (NUMBER_REFUSED.contains(code)) {
            return new SmsResult.NumberRefused(code);
        }
        if (PROVIDER_REFUSED.stream().anyMatch(code::startsWith)) {
            return new SmsResult.ProviderRefused(code);
        }
        return new SmsResult.Unavailable(code);
    }
}
