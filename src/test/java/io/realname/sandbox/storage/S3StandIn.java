package io.realname.sandbox.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an object storage: puts, gets and deletes objects of one bucket, path style, on this machine only.
 * Refuses requests with a wrong signature, and headers that storages other than Amazon's do not support.
 */
public final class S3StandIn implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "s3-stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private final SigV4 signature;
    private final String bucket;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    private S3StandIn(HttpServer http, String bucket, SigV4 signature) {
        this.http = http;
        this.bucket = bucket;
        this.signature = signature;
    }

    /** On any free port; listens when it returns. */
    public static S3StandIn start(String bucket, String accessKeyId, String secretAccessKey) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            S3StandIn s3 = new S3StandIn(http, bucket, new SigV4(accessKeyId, secretAccessKey));
            http.setExecutor(s3.threads);
            http.createContext("/", s3::answer);
            http.start();
            return s3;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    /** The objects by their keys, as they are now. */
    public Map<String, byte[]> objects() {
        return objects;
    }

    /** The keys of objects that nobody may delete: a legal hold is on them. */
    public Set<String> held() {
        return held;
    }

    /** Whether every request is answered with 503 from now on. */
    public void away(boolean isAway) {
        this.away = isAway;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (away) {
                error(exchange, 503, "ServiceUnavailable");
            } else if (!signature.isRight(exchange, body)) {
                error(exchange, 403, "SignatureDoesNotMatch");
            } else if (isAmazonsOnly(exchange)) {
                error(exchange, 501, "NotImplemented");
            } else if (!path.startsWith("/" + bucket + "/")) {
                error(exchange, 404, "NoSuchBucket");
            } else {
                object(exchange, path.substring(bucket.length() + 2), body);
            }
        }
    }

    private void object(HttpExchange exchange, String key, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                exchange.sendResponseHeaders(200, -1);
            }
            case "GET" -> found(exchange, objects.get(key));
            case "DELETE" -> {
                if (held.contains(key)) {
                    error(exchange, 403, "AccessDenied");
                    return;
                }
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> error(exchange, 405, "MethodNotAllowed");
        }
    }

    private static void found(HttpExchange exchange, byte @Nullable [] object) throws IOException {
        if (object == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.sendResponseHeaders(200, object.length);
        exchange.getResponseBody().write(object);
    }

    private static boolean isAmazonsOnly(HttpExchange exchange) {
        return exchange.getRequestHeaders().keySet().stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .anyMatch(name -> name.startsWith("x-amz-checksum") || name.equals("x-amz-trailer"));
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        byte[] xml = ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, xml.length);
        exchange.getResponseBody().write(xml);
    }
}
