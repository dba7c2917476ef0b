package io.realname.appeal;

import io.realname.account.UserName;
import org.jspecify.annotations.Nullable;

/** What a holder states in an objection to an appeal: the account, and the reason in the holder's own words. */
public record ObjectionApplication(
        UserName account, @Nullable String statement) {

    @Override
    public String toString() {
        return "ObjectionApplication[sealed]";
    }
}
