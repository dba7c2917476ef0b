package io.realname.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Bytes of JSON as text. */
public final class JsonText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonText() {}

    /**
     * Whether a body is UTF-8 by what its content type says. A charset of old that agrees with UTF-8 on these very bytes does
     * no harm: some libraries write {@code ISO-8859-1} beside plain ASCII.
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
            // No content type: whoever routes the request refuses it.
            return true;
        }
    }

    /**
     * The text, without the byte order mark that some editors and libraries put before it.
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
