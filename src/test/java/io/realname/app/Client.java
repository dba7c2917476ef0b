package io.realname.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A client app of the tests: HTTP with Basic authentication, JSON in and out. */
public final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;
    private final @Nullable String authorization;
    private final Map<String, String> always;

    private Client(String url, @Nullable String authorization, Map<String, String> always) {
        this.url = url;
        this.authorization = authorization;
        this.always = always;
    }

    /** {@code mall}, {@code console}, {@code accounts} or {@code metrics}, with the demo's secret. */
    public static Client named(String name, int port) {
        return withSecret(name, name + "-secret", port);
    }

    public static Client withSecret(String name, String secret, int port) {
        String credentials = name + ":" + secret;
        return new Client(
                "http://localhost:" + port,
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)),
                Map.of());
    }

    public static Client nobody(int port) {
        return new Client("http://localhost:" + port, null, Map.of());
    }

    /** The same client with this header in each request. */
    public Client with(String header, String value) {
        Map<String, String> more = new HashMap<>(always);
        more.put(header, value);
        return new Client(url, authorization, more);
    }

    /** The same client for a reader of these languages, in the form of {@code Accept-Language}. */
    public Client speaking(String languages) {
        return with("Accept-Language", languages);
    }

    public Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    public Reply post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    public Reply post(String path, ObjectNode body) {
        return post(path, body.toString());
    }

    public Reply put(String path, String body) {
        return send("PUT", path, body, Map.of());
    }

    /** @param headers in addition to {@code Authorization} and the form's own {@code Content-Type} */
    public Reply upload(String path, Multipart form, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Content-Type", form.contentType());
        return exchange("POST", path, BodyPublishers.ofByteArray(form.bytes()), all);
    }

    public Reply upload(String path, Multipart form) {
        return upload(path, form, Map.of());
    }

    /** Sends the body in chunks, without its length. */
    public Reply postChunked(String path, String body) {
        return exchange(
                "POST",
                path,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))),
                Map.of());
    }

    /** @param headers added to {@code Authorization} and {@code Content-Type: application/json}, or replacing them */
    public Reply send(String method, String path, @Nullable String body, Map<String, String> headers) {
        return exchange(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    /** As {@link #get}, without a thread that waits. */
    public CompletableFuture<Reply> ask(String path) {
        return HTTP.sendAsync(request("GET", path, BodyPublishers.noBody(), Map.of()), BodyHandlers.ofString())
                .thenApply(Reply::new);
    }

    private Reply exchange(String method, String path, BodyPublisher body, Map<String, String> headers) {
        try {
            return new Reply(HTTP.send(request(method, path, body, headers), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body)
                .setHeader("Content-Type", "application/json");
        if (authorization != null) {
            request.setHeader("Authorization", authorization);
        }
        always.forEach(request::setHeader);
        headers.forEach(request::setHeader);
        return request.build();
    }

    /** The answer. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The body as JSON; a missing node if there is none. */
        public JsonNode body() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The text at a JSON pointer; empty if there is none. */
        public String at(String pointer) {
            return body().at(pointer).asText("");
        }
    }
}
