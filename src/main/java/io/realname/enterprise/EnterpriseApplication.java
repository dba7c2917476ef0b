package io.realname.enterprise;

import io.realname.account.UserName;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise states so that an account is verified as its own. It has accepted the agreement.
 *
 * @param authorisedPerson the person who acts for the enterprise; absent if known from the account's personal
 *     verification or from the followed application
 * @param contactMobile the number on which the platform's staff can reach the enterprise
 * @param follows the application that ended with the option of enterprise verification, if this one follows it
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
