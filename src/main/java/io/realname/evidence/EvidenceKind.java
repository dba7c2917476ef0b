package io.realname.evidence;

import java.util.Optional;
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
    OTHER("other");

    private final String part;

    EvidenceKind(String part) {
        this.part = part;
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
