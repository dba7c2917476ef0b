package io.realname.appeal;

import io.realname.account.UserName;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant of an appeal states: their identity is bound to an account that is not theirs.
 *
 * @param person the applicant; absent if the appeal follows an application that states the person
 * @param contactMobile the number on which the platform's staff can reach the applicant
 * @param statement in the applicant's own words
 * @param verifyAccount whether to verify the applicant's account when the identity is released
 * @param follows the application that ended with the option to appeal, if this one follows it
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
