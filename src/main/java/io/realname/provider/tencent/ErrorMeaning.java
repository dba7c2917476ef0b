package io.realname.provider.tencent;

import java.util.List;

/** The meaning of an API error code for a billed call: whether the call was processed, and who has to act. */
enum ErrorMeaning {
    /** There were too many calls in one second: send the call again. */
    NOT_PROCESSED,
    /**
     * The API rejected the request because of a fault on our side: account, credentials, clock, or a request that it
     * does not accept. The applicant cannot cause the latter, since our own validation has passed. None of these calls
     * is billed.
     */
    REFUSED,
    /**
     * InternalError, FailedOperation and all unknown codes: the request may have reached the source that the API asks.
     */
    LOST;

    private static final List<String> REFUSALS = List.of(
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

    static ErrorMeaning of(String errorCode) {
        if (errorCode.startsWith("RequestLimitExceeded")) {
            return NOT_PROCESSED;
        }
        return REFUSALS.stream().anyMatch(errorCode::startsWith) ? REFUSED : LOST;
    }
}
