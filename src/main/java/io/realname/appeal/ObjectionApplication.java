package io.realname.appeal;

import io.realname.account.UserName;
import org.jspecify.annotations.Nullable;

/** What a holder states who objects to an appeal: for which account, and why, in their own words. */
public record ObjectionApplication(
        UserName account, @Nullable String statement) {

    @Override
    public String toString() {
        return "ObjectionApplication[sealed]";
    }
}
