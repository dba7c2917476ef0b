package io.realname.web;

import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Accepts JSON of at most 64 KiB, in UTF-8 (RFC 8259, 8.1) and not compressed, at the typed door, at the engine door
 * and from reviewers and operators. The largest application is below 2 KiB. A body that is compressed or in another charset is
 * refused for exactly that reason. If it were read as UTF-8, the client would get a misleading error about one of the
 * fields.
 */
@Component
@Order(JsonBodyFilter.AFTER_SECURITY)
class JsonBodyFilter extends OncePerRequestFilter {

    /**
     * After Spring Security, so that bodies of unknown clients are not read, and before all filters that read bodies.
     */
    static final int AFTER_SECURITY = 0;

    private static final int LIMIT = 64 * 1024;
    private static final String NOT_COMPRESSED = "identity";

    private final Problems problems;

    JsonBodyFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !(path.startsWith("/api/")
                        || path.startsWith("/engine-rest")
                        || path.startsWith("/review/")
                        || path.startsWith("/operations/")
                        || path.startsWith("/diagrams/"))
                || StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getContentLengthLong() > LIMIT
                ? null
                : request.getInputStream().readNBytes(LIMIT + 1);
        if (body == null || body.length > LIMIT) {
            problems.write(problems.of(HttpStatus.PAYLOAD_TOO_LARGE, Language.of(request)), response);
            return;
        }
        if (body.length > 0 && isCompressed(request.getHeader(HttpHeaders.CONTENT_ENCODING))) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, NOT_COMPRESSED);
            unsupported(new FieldError("/headers/Content-Encoding", "ENCODING_NOT_SUPPORTED"), request, response);
            return;
        }
        if (!JsonText.isUtf8(request.getContentType(), body)) {
            unsupported(new FieldError("/headers/Content-Type", "CHARSET_NOT_SUPPORTED"), request, response);
            return;
        }
        Optional<String> text = JsonText.decode(body);
        if (text.isEmpty()) {
            problems.write(problems.of(Refusal.malformed("", "NOT_UTF8"), Language.of(request)), response);
            return;
        }
        chain.doFilter(new ReadRequest(request, text.get()), response);
    }

    private static boolean isCompressed(@Nullable String encoding) {
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase(NOT_COMPRESSED);
    }

    private void unsupported(FieldError error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, error, Language.of(request)), response);
    }
}
