package io.realname.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.RawRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes one change to a request, of the kinds that clients, proxies, attackers and broken libraries make. */
final class Mutations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> HEADERS = List.of(
            "Idempotency-Key",
            "User-Agent",
            "X-Request-Id",
            "traceparent",
            "Origin",
            "Referer",
            "Cookie",
            "Accept",
            "Accept-Charset",
            "Accept-Language",
            "Accept-Encoding",
            "Content-Encoding",
            "Content-Language",
            "Content-Type",
            "Content-Disposition",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "Forwarded",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-HTTP-Method-Override",
            "Upgrade",
            "Expect",
            "Max-Forwards",
            "Access-Control-Request-Method");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "post");

    private static final List<String> CONTENT_TYPES = List.of(
            "",
            "text/plain",
            "application/json; charset=utf-16",
            "application/json;charset=gbk",
            "application/json; charset=\"",
            "application/problem+json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=x",
            "multipart/mixed; boundary=realname-0f3b7c1d9a",
            "*/*",
            ";",
            "application/json, text/plain");

    private static final List<String> TARGETS = List.of(
            "//",
            "/./",
            "/../",
            ";a=b",
            "%00",
            "%2f",
            "%zz",
            "%E6%9E%97",
            "?",
            "?wait=-1",
            "?wait=x",
            "?wait=1&wait=2",
            "/",
            "/%25",
            "\\",
            "?a[]=1",
            "/x/y/z",
            "#",
            "%0d%0aX-A:b",
            "~",
            "*",
            "?%zz=%zz",
            ".json",
            "%",
            "é");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\u0001\u001f\u007f",
            "null",
            "-1",
            "1e999",
            "${7*7}",
            "#{T(java.lang.Runtime)}",
            "' or '1'='1",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "\u202e",
            "\uFEFF",
            "\uD83D\uDE00",
            "\uD800",
            "Ａ",
            "１２３４５６",
            "١٢٣",
            "a".repeat(300),
            "林".repeat(5_000),
            "0198c0de-0000-7000-8000-000000000000",
            "99999999999999999999",
            "2026-02-31");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    RawRequest change(RawRequest request) {
        return switch (random.nextInt(9)) {
            case 0 -> request.with(one(HEADERS), marked(bytes()));
            case 1 ->
                request.with(one(HEADERS), one(TEXTS).replaceAll("[\\x00-\\x1f\\x7f]", "x") + DoorFuzzTest.IN_HEADERS);
            case 2 -> new RawRequest(one(METHODS), request.target(), request.headers(), request.body());
            case 3 -> new RawRequest(request.method(), target(request.target()), request.headers(), request.body());
            case 4 -> request.with("Content-Type", one(CONTENT_TYPES));
            case 5, 6 -> body(request, json(request.body()));
            case 7 -> body(request, noise(request.body()));
            default -> body(request, encoded(request.body()));
        };
    }

    private static RawRequest body(RawRequest request, byte[] body) {
        return new RawRequest(request.method(), request.target(), request.headers(), body);
    }

    private String target(String target) {
        int at = 1 + random.nextInt(target.length());
        return (target.substring(0, at) + one(TARGETS) + target.substring(at)).replace(" ", "%20");
    }

    /** What stands in one place of it becomes something else, goes, or comes twice. */
    private byte[] json(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            List<ObjectNode> objects = new ArrayList<>();
            collect(root, objects);
            if (objects.isEmpty()) {
                return noise(body);
            }
            ObjectNode object = one(objects);
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() ? "x" : one(names);
            JsonNode value = object.path(name);
            if (value.isTextual() && value.textValue().startsWith("{") && random.nextBoolean()) {
                object.put(
                        name,
                        new String(json(value.textValue().getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
            } else {
                replace(object, name, value);
            }
            return JSON.writeValueAsBytes(root);
        } catch (IOException e) {
            return noise(body);
        }
    }

    private void replace(ObjectNode object, String name, JsonNode value) {
        switch (random.nextInt(10)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, random.nextLong());
            case 3 -> object.put(name, random.nextBoolean());
            case 4 -> object.putArray(name).add(value.deepCopy());
            case 5 -> object.putObject(name).set(name, value.deepCopy());
            case 6 -> object.set(one(TEXTS), value.deepCopy());
            case 7 -> object.put(name, value.asText() + one(TEXTS));
            case 8 -> object.set(name, deep());
            default -> object.put(name, one(TEXTS));
        }
    }

    private static JsonNode deep() {
        ArrayNode deepest = JSON.createArrayNode();
        JsonNode node = deepest;
        for (int i = 0; i < 500; i++) {
            node = JSON.createArrayNode().add(node);
        }
        return node;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    /** Cut, doubled, or with some bytes changed, put in or taken out: JSON, multipart and pictures alike. */
    private byte[] noise(byte[] body) {
        if (body.length == 0) {
            return bytes();
        }
        int at = random.nextInt(body.length);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        switch (random.nextInt(4)) {
            case 0 -> changed.write(body, 0, at);
            case 1 -> {
                changed.writeBytes(body);
                changed.writeBytes(body);
            }
            case 2 -> {
                changed.write(body, 0, at);
                changed.writeBytes(bytes());
                changed.write(body, at, body.length - at);
            }
            default -> {
                byte[] copy = body.clone();
                for (int i = 0; i < 1 + random.nextInt(8); i++) {
                    copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
                }
                changed.writeBytes(copy);
            }
        }
        return changed.toByteArray();
    }

    private byte[] encoded(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.getBytes(one(List.of(
                Charset.forName("GBK"),
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.ISO_8859_1)));
    }

    /** Anything but what ends a line. */
    private byte[] bytes() {
        byte[] bytes = new byte[1 + random.nextInt(40)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n') {
                bytes[i] = 'x';
            }
        }
        return bytes;
    }

    /** So that it can be found in the log. */
    private static byte[] marked(byte[] value) {
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(DoorFuzzTest.IN_HEADERS.getBytes(StandardCharsets.US_ASCII));
        marked.writeBytes(value);
        return marked.toByteArray();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
