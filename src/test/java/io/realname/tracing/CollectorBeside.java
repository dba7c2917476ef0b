package io.realname.tracing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A collector of traces (OTLP over HTTP), as a bean beside the app. It keeps what it gets, in hexadecimal digits. */
public final class CollectorBeside implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Collector collector = Collector.start();
        context.getBeanFactory().registerSingleton("collector", collector);
        TestPropertyValues.of(
                        "management.tracing.enabled=true",
                        // Only what a caller wants recorded, by the flag in its traceparent.
                        "management.tracing.sampling.probability=0",
                        "management.otlp.tracing.endpoint=http://localhost:" + collector.port() + "/v1/traces")
                .applyTo(context);
    }

    /** @param bodies what was exported, each in hexadecimal digits */
    record Collector(HttpServer server, Queue<String> bodies) {

        static Collector start() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                Queue<String> bodies = new ConcurrentLinkedQueue<>();
                server.createContext("/v1/traces", exchange -> {
                    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
                    byte[] body = zipped
                            ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
                            : exchange.getRequestBody().readAllBytes();
                    bodies.add(HexFormat.of().formatHex(body));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
                server.start();
                return new Collector(server, bodies);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int port() {
            return server.getAddress().getPort();
        }

        List<String> all() {
            return List.copyOf(bodies);
        }
    }
}
