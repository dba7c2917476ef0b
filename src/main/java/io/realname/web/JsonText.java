package io.realname.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Decodes the bytes of a JSON body. */
public final class JsonText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonText() {}

    /**
     * Whether a body is UTF-8 according to its content type. Another charset is accepted too if it gives the same text
     * for these bytes: some libraries declare {@code ISO-8859-1} for plain ASCII.
     */
    static boolean isUtf8(@Nullable String contentType, byte[] body) {
        if (contentType == null) {
            return true;
        }
        try {
            Charset charset = MediaType.parseMediaType(contentType).getCharset();
            return charset == null
                    || charset.equals(StandardCharsets.UTF_8)
                    || new String(body, charset).equals(new String(body, StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            // The content type is invalid. The controller or servlet for the request refuses it later.
            return true;
        }
    }

    /**
     * The text without the byte order mark that some editors and libraries write at the start.
     *
     * @return empty if the bytes are not UTF-8
     */
    public static Optional<String> decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
