package io.realname.appeal;

import io.realname.account.UserName;
import io.realname.application.PersonReader;
import io.realname.identity.Person;
import io.realname.mobile.MobileNumber;
import io.realname.refusal.FieldErrors;
import io.realname.refusal.RefusalException;
import io.realname.refusal.StrictJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parses an appeal, or an objection to one. The refusal names all wrong fields, but never contains their values. */
@Component
public class AppealReader {

    private final PersonReader persons;

    AppealReader(PersonReader persons) {
        this.persons = persons;
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
            throw new IllegalStateException("a field is null, but FieldErrors has no error for it");
        }
        return new AppealApplication(
                account, reason, person, contactMobile, statement, Boolean.TRUE.equals(form.verifyAccount), follows);
    }

    /**
     * The followed application states the person. A second statement is refused, because it could contradict the first.
     */
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
            throw new IllegalStateException("a field is null, but FieldErrors has no error for it");
        }
        return new ObjectionApplication(account, statement);
    }

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
}
