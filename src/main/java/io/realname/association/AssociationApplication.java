package io.realname.association;

import io.realname.account.UserName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody states who remembers an account that is verified already.
 *
 * @param account the one to be verified
 * @param verifiedAccount the one that is said to be theirs and verified
 * @param follows the application that ended with the offer to associate, if this one takes it up
 */
public record AssociationApplication(
        UserName account,
        UserName verifiedAccount,
        @Nullable UUID follows) {}
