package io.realname.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request byte by byte, in forms that the JDK's HTTP client does not send. Header values and addresses are sent in
 * UTF-8, as most clients do. Each method returns a new request.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawRequest(String method, String target, Map<String, byte[]> headers, byte[] body) {

    private static final int TIMEOUT_MILLIS = 60_000;

    public RawRequest(String method, String target) {
        this(method, target, Map.of(), new byte[0]);
    }

    public RawRequest with(String header, String value) {
        return with(header, value.getBytes(StandardCharsets.UTF_8));
    }

    public RawRequest with(String header, byte[] value) {
        Map<String, byte[]> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new RawRequest(method, target, more, body);
    }

    public RawRequest as(String client) {
        String credentials = client + ":" + client + "-secret";
        return with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    public RawRequest json(byte[] json) {
        return new RawRequest(method, target, headers, json).with("Content-Type", "application/json");
    }

    public RawRequest json(String json) {
        return json(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer of the app on this port. */
    public RawReply send(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(bytes());
            return RawReply.of(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        write(all, method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach((name, value) -> {
            write(all, name + ": ");
            all.writeBytes(value);
            write(all, "\r\n");
        });
        if (body.length > 0 || method.equals("POST")) {
            write(all, "Content-Length: " + body.length + "\r\n");
        }
        write(all, "\r\n");
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What came back.
     *
     * @param headers by their names in lower case
     */
    public record RawReply(int status, Map<String, String> headers, String body) {

        static RawReply of(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IllegalStateException("no answer");
            }
            String[] lines = text.substring(0, end).split("\r\n");
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.merge(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
            }
            String body = text.substring(end + 4);
            String whole = "chunked".equals(headers.get("transfer-encoding")) ? unchunked(body) : body;
            return new RawReply(
                    Integer.parseInt(lines[0].split(" ")[1]),
                    headers,
                    new String(whole.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }

        private static String unchunked(String body) {
            StringBuilder whole = new StringBuilder();
            int at = 0;
            while (true) {
                int line = body.indexOf("\r\n", at);
                int length = Integer.parseInt(body.substring(at, line), 16);
                if (length == 0) {
                    return whole.toString();
                }
                whole.append(body, line + 2, line + 2 + length);
                at = line + 2 + length + 2;
            }
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }
}
