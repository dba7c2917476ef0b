package io.realname.identity;

/** Real-name information: who a person is, by which document. */
public record Person(PersonName name, IdentityDocument document) {

    @Override
    public String toString() {
        return "Person[sealed]";
    }
}
