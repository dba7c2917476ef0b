package io.realname.evidence;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a file shows. A newer file supersedes the older file of the same kind, except for {@link #OTHER}. */
public enum EvidenceKind {
    /** The side of the identity document with the name. */
    DOCUMENT_FRONT("documentFront"),
    /** The other side. */
    DOCUMENT_BACK("documentBack"),
    /** The person, holding the document. */
    HOLDING_DOCUMENT("holdingDocument"),
    /** The certificate of customer service that says who owns the account. */
    OWNERSHIP_CERTIFICATE("ownershipCertificate"),
    /** The licence certificate of an enterprise. */
    LICENCE("licence"),
    /** The identity document of the enterprise's legal representative: the side with the name. */
    LEGAL_PERSON_FRONT("legalPersonFront"),
    LEGAL_PERSON_BACK("legalPersonBack"),
    /** The document with which the enterprise authorises another person to act for it. */
    POWER_OF_ATTORNEY("powerOfAttorney"),
    OTHER("other");

    private final String part;

    EvidenceKind(String part) {
        this.part = part;
    }

    /** The kinds that an application of a person may have. */
    public static Set<EvidenceKind> ofPersons() {
        return EnumSet.of(DOCUMENT_FRONT, DOCUMENT_BACK, HOLDING_DOCUMENT, OWNERSHIP_CERTIFICATE, OTHER);
    }

    /** The kinds that an application of an enterprise may have. {@code DOCUMENT_*} shows the person who acts for it. */
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

    /** The name of the multipart part in which a client sends files of this kind. */
    public String part() {
        return part;
    }

    /** The kind that belongs to the name of a multipart part. */
    public static Optional<EvidenceKind> ofPart(String part) {
        return Stream.of(values()).filter(kind -> kind.part.equals(part)).findFirst();
    }

    boolean isRepeatable() {
        return this == OTHER;
    }
}
