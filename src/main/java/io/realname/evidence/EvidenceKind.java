package io.realname.evidence;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a file shows. All but {@link #OTHER} are there once: a newer one takes the place of the older. */
public enum EvidenceKind {
    /** The side of the identity document with the name. */
    DOCUMENT_FRONT("documentFront"),
    /** The other side. */
    DOCUMENT_BACK("documentBack"),
    /** The person, holding the document. */
    HOLDING_DOCUMENT("holdingDocument"),
    /** What customer service issued to say whose the account is. */
    OWNERSHIP_CERTIFICATE("ownershipCertificate"),
    /** The licence certificate of an enterprise. */
    LICENCE("licence"),
    /** The side with the name of the document of who represents the enterprise by law. */
    LEGAL_PERSON_FRONT("legalPersonFront"),
    LEGAL_PERSON_BACK("legalPersonBack"),
    /** By which the enterprise lets somebody else act for it. */
    POWER_OF_ATTORNEY("powerOfAttorney"),
    OTHER("other");

    private final String part;

    EvidenceKind(String part) {
        this.part = part;
    }

    /** What is given for a person. */
    public static Set<EvidenceKind> ofPersons() {
        return EnumSet.of(DOCUMENT_FRONT, DOCUMENT_BACK, HOLDING_DOCUMENT, OWNERSHIP_CERTIFICATE, OTHER);
    }

    /** What is given for an enterprise; the document is that of who acts for it. */
    public static Set<EvidenceKind> ofEnterprises() {
        return EnumSet.of(
                LICENCE,
                LEGAL_PERSON_FRONT,
                LEGAL_PERSON_BACK,
                DOCUMENT_FRONT,
                DOCUMENT_BACK,
                POWER_OF_ATTORNEY,
                OTHER);
    }

    /** The name of the multipart part that brings it. */
    public String part() {
        return part;
    }

    /** The kind that a part brings. */
    public static Optional<EvidenceKind> ofPart(String part) {
        return Stream.of(values()).filter(kind -> kind.part.equals(part)).findFirst();
    }

    boolean isRepeatable() {
        return this == OTHER;
    }
}
