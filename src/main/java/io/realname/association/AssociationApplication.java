package io.realname.association;

import io.realname.account.UserName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant of an association states: they own another account, which is verified already.
 *
 * @param account the account to verify
 * @param verifiedAccount the account that the applicant calls their own and verified
 * @param follows the application that ended with the option to associate, if this one follows it
 */
public record AssociationApplication(
        UserName account,
        UserName verifiedAccount,
        @Nullable UUID follows) {}
