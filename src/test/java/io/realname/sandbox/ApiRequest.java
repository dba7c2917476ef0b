package io.realname.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One HTTP request to a provider's API, as the sandbox received it. */
public record ApiRequest(Headers headers, byte[] body) {

    private static final int LONGEST_BODY = 1024 * 1024;

    public static ApiRequest read(HttpExchange exchange) throws IOException {
        return new ApiRequest(
                exchange.getRequestHeaders(), exchange.getRequestBody().readNBytes(LONGEST_BODY));
    }

    /** A header's value; empty if there is none. */
    public String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** The action, in Tencent's API. */
    public String action() {
        return header("X-TC-Action");
    }

    public String version() {
        return header("X-TC-Version");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body is personal data. */
    @Override
    public String toString() {
        return "ApiRequest[" + action() + "]";
    }
}
