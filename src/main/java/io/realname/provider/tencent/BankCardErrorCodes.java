package io.realname.provider.tencent;

import io.realname.bankcard.BankCardAnswer;
import java.util.List;

/** What an error code of the API says about a bank-card check: whether it was processed, and who has to act. */
final class BankCardErrorCodes {

    /**
     * Turned away at the door, for a reason that lies with us: account, credentials, clock, or a request that the API
     * doesn't take. The last can't be the applicant's fault, for our own validation has passed; none is billed.
     */
    private static final List<String> REFUSED = List.of(
            "AuthFailure",
            "UnauthorizedOperation",
            "ResourceUnavailable",
            "ResourcesSoldOut",
            "InvalidParameter",
            "MissingParameter",
            "UnknownParameter",
            "InvalidAction",
            "InvalidRequest",
            "NoSuchVersion",
            "NoSuchProduct",
            "ActionOffline",
            "IpNotInWhitelist",
            "IpInBlacklist",
            "UnsupportedRegion",
            "UnsupportedProtocol",
            "UnsupportedOperation");

    private BankCardErrorCodes() {}

    static BankCardAnswer meaning(String errorCode, String requestId) {
        String reason = errorCode + ", request " + requestId;
        if (errorCode.startsWith("RequestLimitExceeded")) {
            return new BankCardAnswer.NotProcessed(reason);
        }
        if (REFUSED.stream().anyMatch(errorCode::startsWith)) {
            return new BankCardAnswer.ProviderRefused(reason);
        }
        // InternalError, FailedOperation and what is new: it may have got as far as the bank.
        return new BankCardAnswer.Lost(reason);
    }
}
