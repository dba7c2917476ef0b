package io.realname.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A multipart form, built part by part, as a client app sends it or should not. Each method returns a new form. */
public final class Multipart {

    private static final String BOUNDARY = "realname-0f3b7c1d9a";

    private final byte[] parts;

    private Multipart(byte[] parts) {
        this.parts = parts;
    }

    public static Multipart empty() {
        return new Multipart(new byte[0]);
    }

    /** A plain field. */
    public Multipart field(String name, String value) {
        return part(name, null, null, value.getBytes(StandardCharsets.UTF_8));
    }

    /** JSON as most client libraries send it beside files: with a file name and its type. */
    public Multipart json(String name, String json) {
        return part(name, "blob", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public Multipart file(String name, byte[] content) {
        return part(name, "picture.jpg", "image/jpeg", content);
    }

    public Multipart part(String name, @Nullable String fileName, @Nullable String type, byte[] content) {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.writeBytes(parts);
        write(more, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"");
        write(more, fileName == null ? "\r\n" : "; filename=\"" + fileName + "\"\r\n");
        write(more, type == null ? "\r\n" : "Content-Type: " + type + "\r\n\r\n");
        more.writeBytes(content);
        write(more, "\r\n");
        return new Multipart(more.toByteArray());
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(parts);
        write(all, "--" + BOUNDARY + "--\r\n");
        return all.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
