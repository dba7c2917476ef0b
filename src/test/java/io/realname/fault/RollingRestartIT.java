package io.realname.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Walk;
import io.realname.dev.TestDatabase;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Two nodes start at once on an empty database. Then each is replaced while people verify themselves. */
class RollingRestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> DRAIN = Map.of("realname.shutdown.drain", "3s");
    private static final int VERIFYING = 3;
    private static final int FIRST_PERSON = 5550;
    private static final int PEOPLE = 250;

    private final SandboxServer sandbox =
            SandboxServer.start(SandboxSettings.of("sandbox-id", "sandbox-key").withLateAnswer(Duration.ofSeconds(12)));
    private final JdbcConnectionDetails database = TestDatabase.fresh();
    private final ExecutorService people = Executors.newCachedThreadPool();

    @Test
    void noRequestIsLost() throws Exception {
        List<Future<ChildApp>> starting = List.of(people.submit(starts("first")), people.submit(starts("second")));
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger next = new AtomicInteger(FIRST_PERSON + 1);
        try (ChildApp first = starting.get(0).get();
                ChildApp second = starting.get(1).get();
                Balancer balancer = new Balancer()) {
            balancer.add(first.port());
            balancer.add(second.port());
            await().atMost(PATIENCE).until(() -> balancer.isReady(first.port()) && balancer.isReady(second.port()));
            Walk walk = Walk.at(balancer.port(), sandbox);
            List<Future<Integer>> verifying = new ArrayList<>();
            for (int i = 0; i < VERIFYING; i++) {
                verifying.add(people.submit(() -> {
                    int verified = 0;
                    while (!over.get() && next.get() < FIRST_PERSON + PEOPLE) {
                        verify(walk, Applicant.number(next.getAndIncrement()));
                        verified++;
                    }
                    return verified;
                }));
            }

            // The first node gets SIGTERM here.
            assertThat(waitingIsAnsweredBySigterm(first, walk)).isLessThan(Duration.ofSeconds(2));
            replaces(first, balancer);
            try (ChildApp third = starts("third").call()) {
                balancer.add(third.port());
                await().atMost(PATIENCE).until(() -> balancer.isReady(third.port()));
                second.terminate();
                replaces(second, balancer);
                over.set(true);
                int verified = 0;
                for (Future<Integer> one : verifying) {
                    verified += one.get();
                }
                assertThat(balancer.failures()).isEmpty();
                assertThat(verified).as("verified meanwhile").isGreaterThan(10);
            }
        } finally {
            over.set(true);
            people.shutdownNow();
            sandbox.close();
        }
    }

    private static void verify(Walk walk, Applicant applicant) {
        Door door = walk.typed();
        String id = walk.started(door, walk.known(applicant));
        assertThat(settled(walk, id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);
        assertThat(settled(walk, id).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    /** A node that ends answers at once, and the client asks again. */
    private static Reply settled(Walk walk, String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> walk.shown("verifications", id + "?wait=30", "en"),
                        reply -> !reply.at("/status").equals("IN_PROGRESS"));
    }

    /** A client that waits for its application at the node that ends. */
    private Duration waitingIsAnsweredBySigterm(ChildApp node, Walk walk) throws Exception {
        Applicant applicant = Applicant.number(FIRST_PERSON).withMobileEnding("0003", FIRST_PERSON);
        String id = walk.confirmed(walk.typed(), walk.known(applicant));
        Walk ofNode = Walk.at(node.port(), sandbox);
        Future<Reply> waiting = people.submit(() -> ofNode.shown("verifications", id + "?wait=30", "en"));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> !waiting.isDone());
        Instant told = Instant.now();
        node.terminate();
        assertThat(waiting.get().at("/status")).as("the bank is slow").isEqualTo("IN_PROGRESS");
        Duration answered = Duration.between(told, Instant.now());
        assertThat(settled(walk, id).at("/outcome/code")).isEqualTo("VERIFIED");
        return answered;
    }

    private void replaces(ChildApp ending, Balancer balancer) {
        await().atMost(PATIENCE).until(() -> !ending.isAlive());
        balancer.remove(ending.port());
    }

    private Callable<ChildApp> starts(String name) {
        return () -> ChildApp.start(
                database, sandbox.port(), Map.of(), Path.of("target", "rolling-restart", name + ".log"), DRAIN);
    }
}
