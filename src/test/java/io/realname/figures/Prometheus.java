package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Prometheus, with the shipped configuration and rules, that scrapes an app every few seconds. */
final class Prometheus implements AutoCloseable {

    /** A scrape must end within it, on a busy machine too. */
    private static final String INTERVAL = "3s";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param appPort where the app is */
    static Prometheus scraping(int appPort, Path folder) throws IOException {
        Files.copy(AlertRules.FOLDER.resolve(AlertRules.RULES), folder.resolve(AlertRules.RULES));
        Files.writeString(folder.resolve("metrics-secret"), "metrics-secret");
        String shipped = Files.readString(AlertRules.FOLDER.resolve("prometheus.yml"));
        Path config = Files.writeString(
                folder.resolve("prometheus.yml"),
                shipped.replace("localhost:8081", "localhost:" + appPort)
                        .replace("interval: 15s", "interval: " + INTERVAL));
        assertThat(Files.readString(config)).isNotEqualTo(shipped);
        int port = freePort();
        Process process = new ProcessBuilder(
                        Promtool.PROMETHEUS.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        Prometheus prometheus = new Prometheus(process, port);
        await().atMost(Duration.ofSeconds(60)).until(prometheus::isReady);
        return prometheus;
    }

    private boolean isReady() {
        assertThat(process.isAlive()).as("Prometheus runs").isTrue();
        try {
            return send("/-/ready") == 200;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ConnectException) {
                return false;
            }
            throw e;
        }
    }

    /** The series that the query gives now. */
    List<JsonNode> query(String expression) {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        assertThat(answer.path("status").asText())
                .as(expression + ": " + answer)
                .isEqualTo("success");
        return Dashboard.elements(answer.at("/data/result")).toList();
    }

    /** What was wrong with the last scrape; empty if nothing was. */
    String trouble() {
        return get("/api/v1/targets").at("/data/activeTargets/0/lastError").asText();
    }

    JsonNode rules() {
        return get("/api/v1/rules");
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(
                    HTTP.send(request(path), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int send(String path) {
        try {
            return HTTP.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
