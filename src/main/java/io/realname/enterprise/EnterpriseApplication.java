package io.realname.enterprise;

import io.realname.account.UserName;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise states whose account is to be verified as its own; consent to the agreement was given.
 *
 * @param authorisedPerson who acts for it; absent where that is known: from the account's personal verification, or from
 *     the application that this one follows
 * @param contactMobile where the platform's people reach it
 * @param follows the application that ended with the offer to verify as an enterprise, if this one takes it up
 */
public record EnterpriseApplication(
        UserName account,
        EnterpriseType type,
        EnterpriseDetails details,
        @Nullable Person authorisedPerson,
        MobileNumber contactMobile,
        @Nullable UUID follows) {

    @Override
    public String toString() {
        return "EnterpriseApplication[sealed]";
    }
}
