package io.realname.application;

import io.realname.account.Account;
import io.realname.account.UserName;
import io.realname.bankcard.Pan;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application as it is registered: what all have, and of the rest what its kind needs. Stored sealed. */
public final class Registration {

    final UUID id;
    final ApplicationKind kind;
    final String client;
    final Account account;

    @Nullable
    Person person;

    @Nullable
    MobileNumber mobile;

    @Nullable
    Pan pan;

    @Nullable
    UserName verifiedAccount;

    @Nullable
    UUID follows;

    @Nullable
    String statement;

    boolean agreed;

    /**
     * @param client who applies for the account's holder
     * @param account that is to be verified, or whose holder objects
     */
    public Registration(UUID id, ApplicationKind kind, String client, Account account) {
        this.id = id;
        this.kind = kind;
        this.client = client;
        this.account = account;
    }

    /** Whose identity it is about. */
    public Registration person(Person stated) {
        person = stated;
        return this;
    }

    /** The number to which a code or a notice goes. */
    public Registration mobile(MobileNumber stated) {
        mobile = stated;
        return this;
    }

    /** The card that the bank is asked about. */
    public Registration pan(Pan stated) {
        pan = stated;
        return this;
    }

    /** The account that says who the applicant is, as the applicant names it. */
    public Registration verifiedAccount(UserName named) {
        verifiedAccount = named;
        return this;
    }

    /** The application that this one takes up, if any. */
    public Registration follows(@Nullable UUID application) {
        follows = application;
        return this;
    }

    /** The applicant's own words, if any. */
    public Registration statement(@Nullable String words) {
        statement = words;
        return this;
    }

    /** The applicant agreed to the text that is in force now. */
    public Registration agreed() {
        agreed = true;
        return this;
    }

    @Override
    public String toString() {
        return "Registration[" + id + "]";
    }
}
