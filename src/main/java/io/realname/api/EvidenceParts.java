package io.realname.api;

import io.realname.application.Refusal;
import io.realname.application.RefusalException;
import io.realname.evidence.EvidenceIntake;
import io.realname.evidence.EvidenceKind;
import io.realname.evidence.Examined;
import io.realname.evidence.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reads multipart requests: a form as JSON, and files named by what they show. Names of files are never looked at. */
@Component
class EvidenceParts {

    private static final int LONGEST_FORM = 64 * 1024;

    private final EvidenceIntake intake;

    EvidenceParts(EvidenceIntake intake) {
        this.intake = intake;
    }

    /**
     * The JSON of a part, sent as a file part with a content type or as a plain field.
     *
     * @throws RefusalException {@code MALFORMED_REQUEST} if it is missing, there twice, or too long
     */
    String json(MultipartHttpServletRequest request, String name) {
        requireNoQuery(request);
        List<String> values = new ArrayList<>();
        request.getFiles(name).forEach(part -> values.add(text(part)));
        String[] fields = request.getParameterValues(name);
        if (fields != null) {
            values.addAll(List.of(fields));
        }
        if (values.size() != 1 || values.get(0).length() > LONGEST_FORM) {
            throw new RefusalException(Refusal.malformed("/" + name, values.isEmpty() ? "REQUIRED" : "INVALID_LENGTH"));
        }
        return values.get(0);
    }

    /**
     * The files, examined and made anew. Runs in no transaction: it asks the scanner.
     *
     * @param others the names of parts that are no files
     * @throws RefusalException {@code MALFORMED_REQUEST} for a part of another name
     * @throws io.realname.evidence.EvidenceRefusedException with what is wrong with each file
     */
    List<Examined> files(MultipartHttpServletRequest request, List<String> others) {
        requireNoQuery(request);
        List<Upload> uploads = new ArrayList<>();
        request.getParameterMap().keySet().stream()
                .filter(name -> !others.contains(name))
                .findAny()
                .ifPresent(name -> {
                    throw new RefusalException(Refusal.malformed("", "UNKNOWN_FIELD"));
                });
        request.getMultiFileMap().forEach((name, parts) -> {
            if (!others.contains(name)) {
                EvidenceKind kind = EvidenceKind.ofPart(name)
                        .orElseThrow(() -> new RefusalException(Refusal.malformed("", "UNKNOWN_FIELD")));
                parts.forEach(part -> uploads.add(new Upload(kind, bytes(part))));
            }
        });
        return intake.examine(uploads);
    }

    /** The names that Spring gives as parameters are those of the address too. */
    private static void requireNoQuery(MultipartHttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw new RefusalException(Refusal.malformed("", "UNKNOWN_FIELD"));
        }
    }

    /** What must be the same when an idempotency key is: every part, by name and content. */
    String fingerprint(MultipartHttpServletRequest request) {
        Map<String, String> parts = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> parts.put(name, String.join("\0", values)));
        request.getMultiFileMap()
                .forEach((name, files) -> parts.put(
                        name,
                        files.stream()
                                .map(EvidenceParts::bytes)
                                .map(EvidenceParts::digest)
                                .toList()
                                .toString()));
        return parts.toString();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MultipartFile part) {
        if (!isJson(part.getContentType())) {
            throw new RefusalException(Refusal.malformed("/" + part.getName(), "NOT_JSON"));
        }
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type == null || MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static byte[] bytes(MultipartFile part) {
        try {
            return part.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
