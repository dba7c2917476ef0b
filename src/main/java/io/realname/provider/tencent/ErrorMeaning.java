package io.realname.provider.tencent;

import java.util.List;

/** What an error code of the API says about a billed call: whether it was processed, and who has to act. */
enum ErrorMeaning {
    /** Too many calls a second: ask again. */
    NOT_PROCESSED,
    /**
     * Turned away at the door, for a reason that lies with us: account, credentials, clock, or a request that the API
     * doesn't take. The last can't be the applicant's fault, for our own validation has passed; none is billed.
     */
    REFUSED,
    /** InternalError, FailedOperation and what is new: it may have got as far as whoever the API asks. */
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
