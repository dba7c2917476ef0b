package io.realname.identity;

/** Real-name information: a person's name and document. */
public record Person(PersonName name, IdentityDocument document) {

    @Override
    public String toString() {
        return "Person[sealed]";
    }
}
