package io.realname.newuser;

import io.realname.account.UserName;
import io.realname.identity.Person;

/** What a new user states. The user has accepted the agreement. */
public record NewUserApplication(UserName account, Person person, BankCard bankCard) {

    @Override
    public String toString() {
        return "NewUserApplication[sealed]";
    }
}
