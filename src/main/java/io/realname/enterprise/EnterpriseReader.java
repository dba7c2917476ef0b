package io.realname.enterprise;

import io.realname.account.UserName;
import io.realname.application.PersonReader;
import io.realname.application.PersonReader.DocumentForm;
import io.realname.identity.Person;
import io.realname.licence.EnterpriseName;
import io.realname.licence.Licence;
import io.realname.licence.LicenceType;
import io.realname.mobile.MobileNumber;
import io.realname.payment.CorporateAccount;
import io.realname.payment.PaymentAmount;
import io.realname.refusal.FieldError;
import io.realname.refusal.FieldErrors;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.refusal.StrictJson;
import io.realname.validation.InvalidValueException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Parses an enterprise application, for both APIs. The refusal names all wrong fields, but never contains their values.
 */
@Component
public class EnterpriseReader {

    private final PersonReader persons;

    EnterpriseReader(PersonReader persons) {
        this.persons = persons;
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} or {@code INVALID_APPLICATION} */
    public EnterpriseApplication enterprise(String json) {
        EnterpriseForm form = StrictJson.read(json, EnterpriseForm.class);
        FieldErrors errors = new FieldErrors();
        UserName account = errors.read("/account", form.account, UserName::new);
        EnterpriseType type = errors.one("/type", form.type, EnterpriseType.class, "UNKNOWN_ENTERPRISE_TYPE");
        EnterpriseDetails details = details(form, errors);
        UUID follows = errors.follows(form.follows);
        Person authorisedPerson = authorisedPerson(form, errors);
        MobileNumber contactMobile = errors.read("/contactMobile", form.contactMobile, MobileNumber::parse);
        errors.agreement(form.agreementAccepted);
        errors.refuseIfAny();
        if (account == null || type == null || details == null || contactMobile == null) {
            throw new IllegalStateException("a field is null, but FieldErrors has no error for it");
        }
        return new EnterpriseApplication(account, type, details, authorisedPerson, contactMobile, follows);
    }

    /** @throws RefusalException {@code INVALID_APPLICATION} */
    public PaymentAmount amount(String inYuan) {
        try {
            return PaymentAmount.parse(inYuan);
        } catch (InvalidValueException e) {
            throw new RefusalException(Refusal.invalid(List.of(new FieldError("/amount", e.code()))));
        }
    }

    private @Nullable EnterpriseDetails details(EnterpriseForm form, FieldErrors errors) {
        LicenceForm stated = form.licence;
        Licence licence = stated == null ? errors.missing("/licence") : licence(stated, errors);
        EnterpriseName name = stated == null ? null : errors.read("/licence/name", stated.name, EnterpriseName::parse);
        Person legalPerson = form.legalPerson == null
                ? errors.missing("/legalPerson")
                : persons.read("/legalPerson", form.legalPerson.realName, form.legalPerson.document, errors);
        CorporateAccount account = form.corporateAccount == null
                ? errors.missing("/corporateAccount")
                : corporateAccount(form.corporateAccount, errors);
        EmailAddress email = errors.read("/contactEmail", form.contactEmail, EmailAddress::parse);
        return licence == null || name == null || legalPerson == null || account == null || email == null
                ? null
                : new EnterpriseDetails(licence, name, legalPerson, account, email);
    }

    private static @Nullable Licence licence(LicenceForm form, FieldErrors errors) {
        LicenceType type = errors.one("/licence/type", form.type, LicenceType.class, "UNKNOWN_LICENCE_TYPE");
        boolean confirmed = Boolean.TRUE.equals(form.numberConfirmed);
        return type == null
                ? null
                : errors.readToConfirm(
                        "/licence/number", form.number, number -> Licence.parse(type, number, confirmed));
    }

    private static @Nullable CorporateAccount corporateAccount(CorporateAccountForm form, FieldErrors errors) {
        String number = errors.read("/corporateAccount/number", form.number, CorporateAccount::number);
        String bank = errors.read("/corporateAccount/bank", form.bank, CorporateAccount::name);
        String branch = errors.read("/corporateAccount/branch", form.branch, CorporateAccount::name);
        return number == null || bank == null || branch == null ? null : new CorporateAccount(number, bank, branch);
    }

    /**
     * The followed application states the acting person. A second statement is refused, because it could contradict the
     * first.
     */
    private @Nullable Person authorisedPerson(EnterpriseForm form, FieldErrors errors) {
        PersonForm stated = form.authorisedPerson;
        if (stated == null) {
            return null;
        }
        if (form.follows != null) {
            errors.add("/authorisedPerson", "NOT_WITH_FOLLOWS");
            return null;
        }
        return persons.read("/authorisedPerson", stated.realName, stated.document, errors);
    }

    private record EnterpriseForm(
            @Nullable String account,
            @Nullable String type,
            @Nullable LicenceForm licence,
            @Nullable CorporateAccountForm corporateAccount,
            @Nullable PersonForm legalPerson,
            @Nullable PersonForm authorisedPerson,
            @Nullable String contactMobile,
            @Nullable String contactEmail,
            @Nullable Boolean agreementAccepted,
            @Nullable String follows) {}

    private record LicenceForm(
            @Nullable String type,
            @Nullable String number,
            @Nullable Boolean numberConfirmed,
            @Nullable String name) {}

    private record CorporateAccountForm(
            @Nullable String number,
            @Nullable String bank,
            @Nullable String branch) {}

    private record PersonForm(
            @Nullable String realName, @Nullable DocumentForm document) {}
}
