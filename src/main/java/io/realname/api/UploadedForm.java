package io.realname.api;

import io.realname.application.Refusal;
import io.realname.application.RefusalException;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Upload;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * A multipart form: some JSON, and files named by what they show. Names of files are never looked at. Each file is copied
 * once out of what the container received, for everything that is done with it.
 */
final class UploadedForm {

    private static final int LONGEST_JSON = 64 * 1024;

    private final Map<String, String[]> fields;
    private final Map<String, List<FilePart>> files;

    private UploadedForm(Map<String, String[]> fields, Map<String, List<FilePart>> files) {
        this.fields = fields;
        this.files = files;
    }

    /** @throws RefusalException {@code MALFORMED_REQUEST} if the address has a query: its names would be fields too */
    static UploadedForm of(MultipartHttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw new RefusalException(Refusal.malformed("", "UNKNOWN_FIELD"));
        }
        Map<String, List<FilePart>> files = new LinkedHashMap<>();
        try {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    files.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                            .add(new FilePart(part.getContentType(), content(part)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new MultipartException("no multipart request", e);
        }
        return new UploadedForm(request.getParameterMap(), files);
    }

    /** What the container made to read it from, a second copy, is let go of at once. */
    private static byte[] content(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } finally {
            part.delete();
        }
    }

    /**
     * The JSON of a part, sent as a file part with a content type or as a plain field.
     *
     * @throws RefusalException {@code MALFORMED_REQUEST} if it is missing, there twice, or too long
     */
    String json(String name) {
        List<String> values = new ArrayList<>();
        files.getOrDefault(name, List.of()).forEach(part -> values.add(part.json(name)));
        values.addAll(List.of(fields.getOrDefault(name, new String[0])));
        if (values.size() != 1 || values.get(0).length() > LONGEST_JSON) {
            throw new RefusalException(Refusal.malformed("/" + name, values.isEmpty() ? "REQUIRED" : "INVALID_LENGTH"));
        }
        return values.get(0);
    }

    /**
     * The files, as they were sent.
     *
     * @param kinds that may be given here
     * @param others the names of parts that are no files
     * @throws RefusalException {@code MALFORMED_REQUEST} for a part of another name
     */
    List<Upload> uploads(Set<EvidenceKind> kinds, List<String> others) {
        if (!others.containsAll(fields.keySet())) {
            throw new RefusalException(Refusal.malformed("", "UNKNOWN_FIELD"));
        }
        List<Upload> uploads = new ArrayList<>();
        files.forEach((name, parts) -> {
            if (!others.contains(name)) {
                EvidenceKind kind = EvidenceKind.ofPart(name)
                        .filter(kinds::contains)
                        .orElseThrow(() -> new RefusalException(Refusal.malformed("", "UNKNOWN_FIELD")));
                parts.forEach(part -> uploads.add(new Upload(kind, part.content())));
            }
        });
        return uploads;
    }

    /** What must be the same when an idempotency key is: every part, by name and content. */
    String fingerprint() {
        Map<String, String> parts = new TreeMap<>();
        fields.forEach((name, values) -> parts.put(name, String.join("\0", values)));
        files.forEach((name, contents) ->
                parts.put(name, contents.stream().map(FilePart::digest).toList().toString()));
        return parts.toString();
    }

    /** A part that came as a file. */
    @SuppressWarnings("ArrayRecordComponent") // a private carrier that is never compared
    private record FilePart(@Nullable String type, byte[] content) {

        String json(String name) {
            if (!isJson(type)) {
                throw new RefusalException(Refusal.malformed("/" + name, "NOT_JSON"));
            }
            return new String(content, StandardCharsets.UTF_8);
        }

        String digest() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static boolean isJson(@Nullable String type) {
            try {
                return type == null || MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
            } catch (InvalidMediaTypeException e) {
                return false;
            }
        }
    }
}
