package io.realname.api.upload;

import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Upload;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.refusal.StrictJson;
import io.realname.web.JsonText;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * A multipart form (RFC 7578) as browsers, mini-programs and HTTP libraries send it: JSON, and files. The name of a
 * part says what its file shows. File names are ignored, and a file may have none. An empty file input (no file name,
 * no content) does not count as a part. Each file is copied once out of the container's memory, and all later work uses
 * that copy.
 */
public final class UploadedForm {

    private static final int LONGEST_JSON = 64 * 1024;

    /** In the order in which they arrived; several parts may have the same name. */
    private final Map<String, List<byte[]>> parts;

    private UploadedForm(Map<String, List<byte[]>> parts) {
        this.parts = parts;
    }

    /**
     * @throws RefusalException {@code MALFORMED_REQUEST} if the address has a query, since its parameters would count
     *     as fields too
     */
    public static UploadedForm of(MultipartHttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw new RefusalException(Refusal.malformed("", "UNKNOWN_FIELD"));
        }
        Map<String, List<byte[]>> parts = new LinkedHashMap<>();
        try {
            for (Part part : request.getParts()) {
                if (!isUnfilled(part)) {
                    parts.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                            .add(content(part));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new MultipartException("no multipart request", e);
        }
        return new UploadedForm(parts);
    }

    /** Whether the user chose no file: browsers then send this part (HTML, constructing the entry list). */
    private static boolean isUnfilled(Part part) {
        String fileName = part.getSubmittedFileName();
        return fileName != null && fileName.isEmpty() && part.getSize() == 0;
    }

    /** The content of a part. The container's own copy is deleted at once. */
    private static byte[] content(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } finally {
            part.delete();
        }
    }

    /**
     * The JSON of a part. The part may have a file name and a content type or not: the contract says that it is JSON.
     *
     * @throws RefusalException {@code MALFORMED_REQUEST} if the part is missing, occurs twice, or is too long
     */
    public String json(String name) {
        List<byte[]> values = parts.getOrDefault(name, List.of());
        if (values.size() != 1 || values.get(0).length > LONGEST_JSON) {
            throw new RefusalException(Refusal.malformed("/" + name, values.isEmpty() ? "REQUIRED" : "INVALID_LENGTH"));
        }
        return JsonText.decode(values.get(0))
                .orElseThrow(() -> new RefusalException(Refusal.malformed("/" + name, "NOT_UTF8")));
    }

    /**
     * The files, as they were sent.
     *
     * @param kinds the kinds of evidence that are allowed here
     * @param others the names of parts that are not files
     * @throws RefusalException {@code MALFORMED_REQUEST} for a part with another name
     */
    public List<Upload> uploads(Set<EvidenceKind> kinds, List<String> others) {
        List<Upload> uploads = new ArrayList<>();
        parts.forEach((name, contents) -> {
            if (!others.contains(name)) {
                EvidenceKind kind = EvidenceKind.ofPart(name)
                        .filter(kinds::contains)
                        .orElseThrow(() -> new RefusalException(Refusal.malformed("", "UNKNOWN_FIELD")));
                contents.forEach(content -> uploads.add(new Upload(kind, content)));
            }
        });
        return uploads;
    }

    /** A fingerprint of all parts by name and content. It must be the same for the same idempotency key. */
    public String fingerprint() {
        Map<String, String> digests = new TreeMap<>();
        parts.forEach((name, contents) -> digests.put(
                name, contents.stream().map(DigestUtils::sha256Hex).toList().toString()));
        return digests.toString();
    }

    /** As {@link #fingerprint()}, but the given part counts by its JSON value, not by its bytes. */
    public String fingerprint(String jsonPart) {
        Map<String, List<byte[]>> files = new LinkedHashMap<>(parts);
        files.remove(jsonPart);
        return new UploadedForm(files).fingerprint() + "\n" + StrictJson.canonical(json(jsonPart));
    }
}
