package io.realname.application;

import io.realname.account.Account;
import io.realname.account.UserName;
import io.realname.bankcard.Pan;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of a new application: the fields that all kinds have, and the optional fields that its kind needs.
 * {@link Applications#register} stores the personal data sealed.
 */
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
     * @param client the client app that applies for the account's holder
     * @param account the account to verify, or the account whose holder objects
     */
    public Registration(UUID id, ApplicationKind kind, String client, Account account) {
        this.id = id;
        this.kind = kind;
        this.client = client;
        this.account = account;
    }

    /** The person whom the application is about. */
    public Registration person(Person stated) {
        person = stated;
        return this;
    }

    /** The mobile number that gets a code or a notice. */
    public Registration mobile(MobileNumber stated) {
        mobile = stated;
        return this;
    }

    /** The card that the bank will check. */
    public Registration pan(Pan stated) {
        pan = stated;
        return this;
    }

    /** The account whose mobile number gets the code, as the applicant names it. */
    public Registration verifiedAccount(UserName named) {
        verifiedAccount = named;
        return this;
    }

    /** The application that this one follows, if any. */
    public Registration follows(@Nullable UUID application) {
        follows = application;
        return this;
    }

    /** The applicant's own words, if any. */
    public Registration statement(@Nullable String words) {
        statement = words;
        return this;
    }

    /** The applicant has accepted the current version of the agreement. */
    public Registration agreed() {
        agreed = true;
        return this;
    }

    @Override
    public String toString() {
        return "Registration[" + id + "]";
    }
}
