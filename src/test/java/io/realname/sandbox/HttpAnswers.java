package io.realname.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends HTTP answers, complete or with a {@link Fault}. */
final class HttpAnswers {

    private static final String JSON = "application/json";
    private static final int PADDING = 10 * 1024 * 1024;
    private static final long DRIP_MILLIS = 20;

    private HttpAnswers() {}

    static void json(HttpExchange exchange, Object value) throws IOException {
        json(exchange, 200, value);
    }

    static void json(HttpExchange exchange, int status, Object value) throws IOException {
        send(exchange, status, JSON, Json.bytes(value));
    }

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static void bare(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    /** @param closing ends a slow answer early */
    static void spoil(HttpExchange exchange, byte[] answer, Fault fault, CountDownLatch closing)
            throws IOException, InterruptedException {
        switch (fault) {
            case GARBAGE -> send(exchange, 200, JSON, "<html>a proxy speaks".getBytes(StandardCharsets.UTF_8));
            case EMPTY_OBJECT -> send(exchange, 200, JSON, "{}".getBytes(StandardCharsets.UTF_8));
            case EMPTY -> bare(exchange, 200);
            case TRUNCATED -> send(exchange, 200, JSON, Arrays.copyOf(answer, answer.length / 2));
            case HUGE -> send(exchange, 200, JSON, padded(answer));
            case DRIP -> drip(exchange, answer, closing);
            case RESET -> exchange.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] padded(byte[] answer) {
        byte[] padded = Arrays.copyOf(answer, answer.length + PADDING);
        Arrays.fill(padded, answer.length, padded.length, (byte) ' ');
        return padded;
    }

    private static void drip(HttpExchange exchange, byte[] answer, CountDownLatch closing)
            throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, answer.length);
        try (OutputStream out = exchange.getResponseBody()) {
            for (byte drop : answer) {
                out.write(drop);
                out.flush();
                if (closing.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }
}
