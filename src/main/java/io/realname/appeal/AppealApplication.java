package io.realname.appeal;

import io.realname.account.UserName;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody states whose identity is bound to an account that is not theirs.
 *
 * @param person who they are; absent if the appeal follows an application that says so
 * @param contactMobile where the platform's people reach them
 * @param statement in their own words
 * @param verifyAccount whether their account is to be verified when the identity is released
 * @param follows the application that ended with the offer to appeal, if this one takes it up
 */
public record AppealApplication(
        UserName account,
        AppealReason reason,
        @Nullable Person person,
        MobileNumber contactMobile,
        @Nullable String statement,
        boolean verifyAccount,
        @Nullable UUID follows) {

    @Override
    public String toString() {
        return "AppealApplication[sealed]";
    }
}
