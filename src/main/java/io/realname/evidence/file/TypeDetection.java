package io.realname.evidence.file;

import java.util.Optional;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;

/** Detects a file's type by its content. Ignores its name and the media type that the client sent. */
public final class TypeDetection {

    private final Tika tika = new Tika(MimeTypes.getDefaultMimeTypes());

    /** The type of the content; empty if the app does not accept it. */
    public Optional<SentType> typeOf(byte[] content) {
        return SentType.ofMediaType(tika.detect(content));
    }
}
