package io.realname.identity;

import io.realname.account.Site;
import io.realname.account.UserName;
import java.util.UUID;

/**
 * Who is to be bound to which identity.
 *
 * @param account the account that gets the identity
 * @param site the account's site, which never changes
 * @param application the application that asks for it
 */
public record BindingSubject(IdentityKey identity, Person person, UserName account, Site site, UUID application) {

    /** Without the person. */
    @Override
    public String toString() {
        return "BindingSubject[" + application + "]";
    }
}
