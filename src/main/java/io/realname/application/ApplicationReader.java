package io.realname.application;

import io.realname.account.UserName;
import io.realname.appeal.AppealReason;
import io.realname.bankcard.Bank;
import io.realname.bankcard.IssuerDirectory;
import io.realname.bankcard.Pan;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import io.realname.validation.InvalidValueException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what a client sent into values that keep their rules. The one place where the contract's JSON is understood,
 * whichever door it came through. Names every field that is wrong, never with its value.
 */
@Component
public class ApplicationReader {

    private final PersonReader persons;
    private final IssuerDirectory issuers;

    ApplicationReader(PersonReader persons, IssuerDirectory issuers) {
        this.persons = persons;
        this.issuers = issuers;
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public NewUserApplication newUser(String json) {
        NewUserForm form = StrictJson.read(json, NewUserForm.class);
        FieldErrors errors = new FieldErrors();
        UserName account = errors.read("/account", form.account, UserName::new);
        Person person = persons.read("", form.realName, form.document, errors);
        BankCard bankCard =
                form.bankCard == null ? errors.missing("/bankCard") : bankCard(form.bankCard, "/bankCard", errors);
        errors.agreement(form.agreementAccepted);
        errors.refuseIfAny();
        if (account == null || person == null || bankCard == null) {
            throw new IllegalStateException("a field is missing and was not named");
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
            throw new IllegalStateException("a field is missing and was not named");
        }
        return bankCard;
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public AssociationApplication association(String json) {
        AssociationForm form = StrictJson.read(json, AssociationForm.class);
        FieldErrors errors = new FieldErrors();
        UserName account = errors.read("/account", form.account, UserName::new);
        UserName verifiedAccount = errors.read("/verifiedAccount", form.verifiedAccount, UserName::new);
        UUID follows = errors.follows(form.follows);
        errors.refuseIfAny();
        if (account == null || verifiedAccount == null) {
            throw new IllegalStateException("a field is missing and was not named");
        }
        return new AssociationApplication(account, verifiedAccount, follows);
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public AppealApplication appeal(String json) {
        AppealForm form = StrictJson.read(json, AppealForm.class);
        FieldErrors errors = new FieldErrors();
        UserName account = errors.read("/account", form.account, UserName::new);
        AppealReason reason = errors.one("/reason", form.reason, AppealReason.class, "UNKNOWN_APPEAL_REASON");
        MobileNumber contactMobile = errors.read("/contactMobile", form.contactMobile, MobileNumber::parse);
        String statement = errors.statement(form.statement);
        UUID follows = errors.follows(form.follows);
        Person person = form.follows == null
                ? persons.read("", form.realName, form.document, errors)
                : statedAlready(form, errors);
        errors.refuseIfAny();
        if (account == null || reason == null || contactMobile == null) {
            throw new IllegalStateException("a field is missing and was not named");
        }
        return new AppealApplication(
                account, reason, person, contactMobile, statement, Boolean.TRUE.equals(form.verifyAccount), follows);
    }

    /** What is followed says who it is about; saying it again could only contradict it. */
    private static @Nullable Person statedAlready(AppealForm form, FieldErrors errors) {
        if (form.realName != null) {
            errors.add("/realName", "NOT_WITH_FOLLOWS");
        }
        if (form.document != null) {
            errors.add("/document", "NOT_WITH_FOLLOWS");
        }
        return null;
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public ObjectionApplication objection(String json) {
        ObjectionForm form = StrictJson.read(json, ObjectionForm.class);
        FieldErrors errors = new FieldErrors();
        UserName account = errors.read("/account", form.account, UserName::new);
        String statement = errors.statement(form.statement);
        errors.refuseIfAny();
        if (account == null) {
            throw new IllegalStateException("a field is missing and was not named");
        }
        return new ObjectionApplication(account, statement);
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

    private record AssociationForm(
            @Nullable String account,
            @Nullable String verifiedAccount,
            @Nullable String follows) {}

    private record AppealForm(
            @Nullable String account,
            @Nullable String reason,
            @Nullable String realName,
            PersonReader.@Nullable DocumentForm document,
            @Nullable String contactMobile,
            @Nullable String statement,
            @Nullable Boolean verifyAccount,
            @Nullable String follows) {}

    private record ObjectionForm(
            @Nullable String account, @Nullable String statement) {}

    private record BankCardForm(
            @Nullable String number,
            @Nullable Boolean numberConfirmed,
            @Nullable String bank,
            @Nullable String mobile) {}
}
