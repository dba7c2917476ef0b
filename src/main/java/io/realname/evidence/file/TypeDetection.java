package io.realname.evidence.file;

import java.util.Optional;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;

/** Tells a file's type by its content; neither its name nor what a client says of it counts. */
public final class TypeDetection {

    private final Tika tika = new Tika(MimeTypes.getDefaultMimeTypes());

    /** Empty if it is no type that is taken. */
    public Optional<SentType> typeOf(byte[] content) {
        return SentType.ofMediaType(tika.detect(content));
    }
}
