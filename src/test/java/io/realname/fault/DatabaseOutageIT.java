package io.realname.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.People;
import io.realname.app.Walk;
import io.realname.dev.TestDatabase;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * The database is away for a while, in both ways in which it can be. Clients are told so soon, the probes go on
 * answering, and all goes on by itself when the database is back.
 */
class DatabaseOutageIT {

    private static final Duration BACK = Duration.ofSeconds(30);
    private static final People PEOPLE = People.of(5542, 5549);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** The pool's time limit, and what a loaded machine adds. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private final ExecutorService clients = Executors.newFixedThreadPool(250);

    private SandboxServer sandbox;
    private DatabaseLine line;
    private ChildApp app;
    private int probes;

    @BeforeEach
    void start() throws Exception {
        sandbox = SandboxServer.start(SandboxSettings.of("sandbox-id", "sandbox-key"));
        JdbcConnectionDetails database = TestDatabase.fresh();
        URI address = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
        line = new DatabaseLine(address.getHost(), address.getPort());
        try (ServerSocket free = new ServerSocket(0)) {
            probes = free.getLocalPort();
        }
        app = ChildApp.start(
                database,
                sandbox.port(),
                Map.of(),
                Path.of("target", "database-outage", "app.log"),
                Map.of(
                        "spring.datasource.url",
                        database.getJdbcUrl().replace(":" + address.getPort(), ":" + line.port()),
                        "management.server.port",
                        Integer.toString(probes)));
    }

    @AfterEach
    void stop() throws Exception {
        clients.shutdownNow();
        app.close();
        line.close();
        sandbox.close();
    }

    @Test
    void serverThatEndedIsToldAtOnceAndNothingIsLost() throws Exception {
        Walk walk = Walk.at(app.port(), sandbox);
        Applicant applicant = Applicant.number(5540);
        String application = walk.waitingForCode(walk.typed(), walk.known(applicant));
        String inProgress = walk.confirmed(walk.typed(), walk.known(PEOPLE.nextWithMobileEnding("0004")));
        Future<Reply> patient = clients.submit(() -> walk.shown("verifications", inProgress + "?wait=30", "en"));
        assertThat(probe("readiness").status()).isEqualTo(200);

        line.cut();
        assertThat(status(250)).allSatisfy(reply -> assertAway(reply));

        Instant asked = Instant.now();
        assertThat(status(250)).allSatisfy(reply -> assertAway(reply));
        assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        assertAnsweredAtOnce("liveness", 200);
        await().atMost(SOON).until(() -> probe("readiness").status() == 503);
        assertThat(Client.nobody(app.port()).get("/camunda/app/tasklist/").status())
                .isEqualTo(503);
        assertAway(status("?wait=30"));

        line.mend();
        await().atMost(BACK).until(() -> probe("readiness").status() == 200);
        assertThat(walk.mall().delete("/api/v1/verifications/" + inProgress).status())
                .isEqualTo(200);
        assertThat(patient.get().at("/outcome/code"))
                .as("of who waited before it ended")
                .isEqualTo("WITHDRAWN");
        walk.typed().submitCode(application, walk.code(applicant.mobile()));
        assertThat(walk.settled(application).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    @Test
    void silentServerBlocksNobodyForLong() throws Exception {
        Walk walk = Walk.at(app.port(), sandbox);
        Applicant applicant = Applicant.number(5541);
        String application = walk.waitingForCode(walk.typed(), walk.known(applicant));

        line.silence();
        Instant asked = Instant.now();
        List<Future<Reply>> asking = ask(250);
        assertAnsweredAtOnce("liveness", 200);
        await().atMost(Duration.ofSeconds(10)).until(() -> probe("readiness").status() == 503);
        for (Future<Reply> reply : asking) {
            assertAway(reply.get());
        }
        assertThat(Duration.between(asked, Instant.now()))
                .as("the driver's limit")
                .isLessThan(Duration.ofSeconds(40));

        line.mend();
        await().atMost(BACK).until(() -> probe("readiness").status() == 200);
        walk.typed().submitCode(application, walk.code(applicant.mobile()));
        assertThat(walk.settled(application).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    private static void assertAway(Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.at("/code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(reply.header("Retry-After")).isNotEmpty();
    }

    private void assertAnsweredAtOnce(String probe, int status) {
        Instant asked = Instant.now();
        assertThat(probe(probe).status()).isEqualTo(status);
        assertThat(Duration.between(asked, Instant.now())).as(probe).isLessThan(AT_ONCE);
    }

    private Reply probe(String name) {
        return Client.nobody(probes).get("/actuator/health/" + name);
    }

    private List<Reply> status(int clients) throws Exception {
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : ask(clients)) {
            replies.add(reply.get());
        }
        return replies;
    }

    private List<Future<Reply>> ask(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> clients.submit(() -> status("")))
                .toList();
    }

    private Reply status(String query) {
        return Client.named("mall", app.port())
                .get("/api/v1/verifications/00000000-0000-7000-8000-000000000000" + query);
    }
}
