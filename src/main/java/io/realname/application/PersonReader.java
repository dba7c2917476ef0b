package io.realname.application;

import io.realname.identity.AgePolicy;
import io.realname.identity.DocumentType;
import io.realname.identity.IdentityDocument;
import io.realname.identity.Person;
import io.realname.identity.PersonName;
import io.realname.refusal.FieldErrors;
import io.realname.validation.InvalidValueException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parses a person's name and identity document, and checks the minimum age. */
@Component
public class PersonReader {

    private final Clock clock;
    private final AgePolicy agePolicy;

    PersonReader(Clock clock, PolicyProperties policy) {
        this.clock = clock;
        this.agePolicy = new AgePolicy(policy.minimumAge());
    }

    /** @param at the JSON pointer of the object with these two fields; empty for the top level */
    @Nullable
    public Person read(String at, @Nullable String realName, @Nullable DocumentForm document, FieldErrors errors) {
        PersonName name = errors.read(at + "/realName", realName, PersonName::parse);
        IdentityDocument read =
                document == null ? errors.missing(at + "/document") : document(at + "/document", document, errors);
        return name == null || read == null ? null : new Person(name, read);
    }

    private @Nullable IdentityDocument document(String at, DocumentForm form, FieldErrors errors) {
        DocumentType type = errors.one(at + "/type", form.type, DocumentType.class, "UNKNOWN_DOCUMENT_TYPE");
        if (type == null) {
            return null;
        }
        if (form.number == null || form.number.isBlank()) {
            return errors.missing(at + "/number");
        }
        try {
            LocalDate today = LocalDate.now(clock);
            IdentityDocument document = IdentityDocument.parse(type, form.number, form.issuingCountry, today);
            agePolicy.check(document, today);
            return document;
        } catch (InvalidValueException e) {
            errors.add(at + (isAboutCountry(e) ? "/issuingCountry" : "/number"), e.code());
            return null;
        }
    }

    private static boolean isAboutCountry(InvalidValueException e) {
        return e.code().equals("ISSUING_COUNTRY_REQUIRED") || e.code().equals("INVALID_COUNTRY");
    }

    public record DocumentForm(
            @Nullable String type,
            @Nullable String number,
            @Nullable String issuingCountry) {}
}
