package io.realname.enterprise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.identity.DocumentType;
import io.realname.identity.IdentityDocument;
import io.realname.identity.Person;
import io.realname.identity.PersonName;
import io.realname.licence.EnterpriseName;
import io.realname.licence.Licence;
import io.realname.licence.LicenceType;
import io.realname.payment.CorporateAccount;
import io.realname.protection.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals (encrypts) what an enterprise states, and opens it again. */
@Component
class SealedEnterprises {

    private final Sealer sealer;
    private final ObjectMapper json;

    SealedEnterprises(Sealer sealer, ObjectMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    /** @param place the row and column, see {@link Sealer#seal} */
    byte[] seal(EnterpriseDetails details, String place) {
        Person legalPerson = details.legalPerson();
        IdentityDocument document = legalPerson.document();
        CorporateAccount account = details.account();
        return sealer.seal(
                write(new Form(
                        details.licence().type(),
                        details.licence().number(),
                        details.name().value(),
                        legalPerson.name().value(),
                        document.type(),
                        document.number(),
                        document.issuingCountry(),
                        account.number(),
                        account.bank(),
                        account.branch(),
                        details.contactEmail().value())),
                place);
    }

    EnterpriseDetails details(byte[] sealed, String place) {
        Form form = read(sealed, place, Form.class);
        return new EnterpriseDetails(
                Licence.stored(form.licenceType, form.licenceNumber),
                EnterpriseName.parse(form.name),
                new Person(
                        PersonName.parse(form.legalPerson),
                        IdentityDocument.stored(form.documentType, form.documentNumber, form.issuingCountry)),
                new CorporateAccount(form.accountNumber, form.bank, form.branch),
                new EmailAddress(form.email));
    }

    /** Seals what is kept after the application has ended: the licence and the enterprise's name. */
    byte[] seal(Licence licence, EnterpriseName name, String place) {
        return sealer.seal(write(new Remaining(licence.type(), licence.number(), name.value())), place);
    }

    Remaining remaining(byte[] sealed, String place) {
        return read(sealed, place, Remaining.class);
    }

    private String write(Object form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an enterprise could not be written");
        }
    }

    private <T> T read(byte[] sealed, String place, Class<T> form) {
        try {
            return json.readValue(sealer.open(sealed, place), form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed enterprise could not be read at " + place);
        }
    }

    private record Form(
            LicenceType licenceType,
            String licenceNumber,
            String name,
            String legalPerson,
            DocumentType documentType,
            String documentNumber,
            @Nullable String issuingCountry,
            String accountNumber,
            String bank,
            String branch,
            String email) {}

    record Remaining(LicenceType licenceType, String licenceNumber, String name) {

        Licence licence() {
            return Licence.stored(licenceType, licenceNumber);
        }

        EnterpriseName enterpriseName() {
            return EnterpriseName.parse(name);
        }
    }
}
