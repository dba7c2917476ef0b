package io.realname.account;

import io.realname.mobile.MobileNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account of one of the group's sites.
 *
 * @param mobile the account's own number, to which codes for associations go; absent if it has none
 * @param openBusiness what must be closed before the account may lose its identity, for example {@code LOAN}
 */
public record Account(
        UserName userName,
        Site site,
        AccountKind kind,
        @Nullable MobileNumber mobile,
        Set<String> openBusiness) {

    public Account {
        openBusiness = Set.copyOf(openBusiness);
    }
}
