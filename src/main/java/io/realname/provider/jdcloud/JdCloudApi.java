package io.realname.provider.jdcloud;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.tracing.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * JD Cloud's cloudauth, version 1. A call sends at most one request. It returns failures of the provider or the network
 * as a value and throws no exception for them.
 */
final class JdCloudApi {

    /** In bytes. The answers to our requests are below 1 KB. */
    private static final int LONGEST_ANSWER = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final JdCloudProperties properties;
    private final JdCloudSignature signature;
    private final Clock clock;
    private final Traces traces;
    private final Executor threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "jdcloud");
        thread.setDaemon(true);
        return thread;
    });
    private final RestClient http =
            RestClient.builder().requestFactory(this::request).build();

    /** @throws IllegalStateException if required settings are missing; the message names them all */
    JdCloudApi(JdCloudProperties properties, Clock clock, Traces traces) {
        if (!properties.missing().isEmpty()) {
            throw new IllegalStateException("Missing settings: " + String.join(", ", properties.missing()));
        }
        this.properties = properties;
        this.signature = new JdCloudSignature(
                Objects.requireNonNull(properties.accessKey()), Objects.requireNonNull(properties.secretKey()));
        this.clock = clock;
        this.traces = traces;
    }

    /** A new, empty request. */
    static ObjectNode request() {
        return JSON.createObjectNode();
    }

    /** Sends the request, once. */
    JdCloudReply call(String action, ObjectNode request) {
        // The colon is encoded, since the signature covers the path in this form.
        URI uri = URI.create(properties.endpoint() + "/v1/" + action.replace(":", "%3A"));
        byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
        String date = DATE.format(clock.instant());
        String nonce = UUID.randomUUID().toString();
        try (Traces.Part part = traces.begin(action)) {
            part.with("provider", "jdcloud");
            return http.post()
                    .uri(uri)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(JdCloudSignature.DATE_HEADER, date)
                    .header(JdCloudSignature.NONCE_HEADER, nonce)
                    .header(
                            HttpHeaders.AUTHORIZATION,
                            signature.authorization(uri.getRawPath(), host(uri), date, nonce, body))
                    .body(body)
                    .exchangeForRequiredValue((sent, response) -> read(response));
        } catch (RestClientException | UncheckedIOException e) {
            return failed(e);
        }
    }

    // Each call has its own client and so its own connection. On a pooled connection that the server is just closing,
    // the answer would be lost without need. The JDK's client cannot be told to pool no connections; it ends when it is
    // garbage-collected. It never repeats a POST, unless a system property tells it to.
    private ClientHttpRequest request(URI uri, HttpMethod method) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.timeouts().connect())
                .executor(threads)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client, threads);
        // The timeout covers the time from the start to the end of the answer's body.
        factory.setReadTimeout(properties.timeouts().call());
        return factory.createRequest(uri, method);
    }

    /** The JDK's client omits the scheme's default port from the header {@code Host}. */
    private static String host(URI uri) {
        int ownPort = uri.getScheme().equals("https") ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == ownPort ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private static JdCloudReply read(ClientHttpResponse response) throws IOException {
        byte[] body;
        try (InputStream stream = response.getBody()) {
            body = stream.readNBytes(LONGEST_ANSWER + 1);
        }
        if (body.length > LONGEST_ANSWER) {
            return new JdCloudReply.Lost("the answer is longer than " + LONGEST_ANSWER + " bytes");
        }
        return AnswerMeaning.of(response.getStatusCode().value(), body);
    }

    private static JdCloudReply failed(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String name = cause.getClass().getSimpleName();
        // There was no connection, or the server could not prove its identity: no byte of the request was sent.
        return cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof SSLHandshakeException
                ? new JdCloudReply.NotProcessed("not sent: " + name)
                : new JdCloudReply.Lost("no answer: " + name);
    }
}
