package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Client;
import io.realname.app.Client.Reply;
import java.util.List;
import java.util.Map;

/** One scrape of the app, as Prometheus sees it. */
record Scrape(List<String> lines) {

    static Scrape of(int port) {
        Reply reply =
                Client.named("metrics", port).send("GET", "/actuator/prometheus", null, Map.of("Accept", "text/plain"));
        assertThat(reply.status()).isEqualTo(200);
        return new Scrape(reply.response().body().lines().toList());
    }

    /** The sum over all series of the metric that have these labels, each written as {@code name="value"}. */
    double sum(String metric, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    boolean has(String metric) {
        return lines.stream().anyMatch(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "));
    }
}
