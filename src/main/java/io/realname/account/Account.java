package io.realname.account;

import io.realname.mobile.MobileNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account of one of the group's sites.
 *
 * @param mobile the account's mobile number, to which codes for associations are sent; absent if it has none
 * @param openBusiness the holder's open business, for example {@code LOAN}; it must be closed before the account may
 *     lose its identity
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
