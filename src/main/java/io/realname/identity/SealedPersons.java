package io.realname.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.protection.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals real-name information for the row that stores it, and opens it again. */
@Component
public class SealedPersons {

    private final Sealer sealer;
    private final ObjectMapper json;

    SealedPersons(Sealer sealer, ObjectMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    /** @param place the row and column, see {@link Sealer#seal} */
    public byte[] seal(Person person, String place) {
        IdentityDocument document = person.document();
        try {
            return sealer.seal(
                    json.writeValueAsString(new Form(
                            person.name().value(), document.type(), document.number(), document.issuingCountry())),
                    place);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a person could not be written for " + place);
        }
    }

    public Person open(byte[] sealed, String place) {
        try {
            Form form = json.readValue(sealer.open(sealed, place), Form.class);
            return new Person(
                    PersonName.parse(form.name), IdentityDocument.stored(form.type, form.number, form.issuingCountry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed person could not be read at " + place);
        }
    }

    private record Form(
            String name,
            DocumentType type,
            String number,
            @Nullable String issuingCountry) {}
}
