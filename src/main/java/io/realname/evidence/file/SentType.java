package io.realname.evidence.file;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The file types that the app accepts. */
public enum SentType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    PDF("application/pdf"),
    /** The picture format of iPhones; kept as JPEG. */
    HEIC("image/heic", "image/heif");

    private final Set<String> mediaTypes;

    SentType(String... mediaTypes) {
        this.mediaTypes = Set.of(mediaTypes);
    }

    static Optional<SentType> ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaTypes.contains(mediaType))
                .findFirst();
    }
}
