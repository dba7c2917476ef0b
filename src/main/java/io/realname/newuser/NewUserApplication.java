package io.realname.newuser;

import io.realname.account.UserName;
import io.realname.identity.Person;

/** What a new user states; consent to the agreement was given. */
public record NewUserApplication(UserName account, Person person, BankCard bankCard) {

    @Override
    public String toString() {
        return "NewUserApplication[sealed]";
    }
}
