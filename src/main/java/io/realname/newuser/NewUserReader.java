package io.realname.newuser;

import io.realname.account.UserName;
import io.realname.application.PersonReader;
import io.realname.bankcard.Bank;
import io.realname.bankcard.IssuerDirectory;
import io.realname.bankcard.Pan;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import io.realname.refusal.FieldErrors;
import io.realname.refusal.RefusalException;
import io.realname.refusal.StrictJson;
import io.realname.validation.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Parses the application of a new user, for both APIs. The refusal names all wrong fields, but never contains their
 * values.
 */
@Component
public class NewUserReader {

    private final PersonReader persons;
    private final IssuerDirectory issuers;

    NewUserReader(PersonReader persons, IssuerDirectory issuers) {
        this.persons = persons;
        this.issuers = issuers;
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public NewUserApplication read(String json) {
        NewUserForm form = StrictJson.read(json, NewUserForm.class);
        FieldErrors errors = new FieldErrors();
        UserName account = errors.read("/account", form.account, UserName::new);
        Person person = persons.read("", form.realName, form.document, errors);
        BankCard bankCard =
                form.bankCard == null ? errors.missing("/bankCard") : bankCard(form.bankCard, "/bankCard", errors);
        errors.agreement(form.agreementAccepted);
        errors.refuseIfAny();
        if (account == null || person == null || bankCard == null) {
            throw new IllegalStateException("a field is null, but FieldErrors has no error for it");
        }
        return new NewUserApplication(account, person, bankCard);
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public BankCard bankCard(String json) {
        BankCardForm form = StrictJson.read(json, BankCardForm.class);
        FieldErrors errors = new FieldErrors();
        BankCard bankCard = bankCard(form, "", errors);
        errors.refuseIfAny();
        if (bankCard == null) {
            throw new IllegalStateException("a field is null, but FieldErrors has no error for it");
        }
        return bankCard;
    }

    private @Nullable BankCard bankCard(BankCardForm form, String at, FieldErrors errors) {
        boolean confirmed = Boolean.TRUE.equals(form.numberConfirmed);
        Pan pan = errors.readToConfirm(at + "/number", form.number, number -> Pan.parse(number, confirmed));
        MobileNumber mobile = errors.read(at + "/mobile", form.mobile, MobileNumber::parse);
        boolean states = form.bank != null && !form.bank.isBlank();
        Bank bank = states ? errors.read(at + "/bank", form.bank, this::bank) : null;
        if (!states && pan != null && issuers.issuerOf(pan).isEmpty()) {
            errors.add(at + "/bank", "BANK_REQUIRED");
        }
        return pan == null || mobile == null ? null : new BankCard(pan, mobile, bank);
    }

    private Bank bank(String code) {
        return issuers.bank(code.strip()).orElseThrow(() -> new InvalidValueException("BANK_UNKNOWN"));
    }

    private record NewUserForm(
            @Nullable String account,
            @Nullable String realName,
            PersonReader.@Nullable DocumentForm document,
            @Nullable BankCardForm bankCard,
            @Nullable Boolean agreementAccepted) {}

    private record BankCardForm(
            @Nullable String number,
            @Nullable Boolean numberConfirmed,
            @Nullable String bank,
            @Nullable String mobile) {}
}
