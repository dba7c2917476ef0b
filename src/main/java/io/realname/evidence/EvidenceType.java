package io.realname.evidence;

import java.util.Optional;
import java.util.stream.Stream;

/** The types of file that are taken and kept. */
public enum EvidenceType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    PDF("application/pdf");

    private final String mediaType;

    EvidenceType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    static Optional<EvidenceType> ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}
