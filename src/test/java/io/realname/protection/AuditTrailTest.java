package io.realname.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.app.RealnameTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written to the trail, and what is not. */
@RealnameTest
class AuditTrailTest {

    private static final int AT_ONCE = 32;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TrailVerification verification;

    @Autowired
    private AuditStreams streams;

    @Autowired
    private TrailMacs macs;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final UUID application = UUID.randomUUID();

    @Test
    void entriesComeBackAsTheyWereWritten() {
        Instant before = Instant.now().minusMillis(1);
        append(AuditEvent.APPLICATION_REGISTERED, "client:mall", Map.of("site", "JD_MALL", "kind", "NEW_USER"));
        append(AuditEvent.APPLICATION_ENDED, null, Map.of("outcome", "VERIFIED"));

        List<AuditEntry> entries = trail.of(application);

        assertThat(entries).extracting(AuditEntry::number).containsExactly(1, 2);
        assertThat(entries)
                .extracting(AuditEntry::event)
                .containsExactly(AuditEvent.APPLICATION_REGISTERED, AuditEvent.APPLICATION_ENDED);
        assertThat(entries).extracting(AuditEntry::actor).containsExactly("client:mall", null);
        assertThat(entries.get(0).facts()).isEqualTo(Map.of("kind", "NEW_USER", "site", "JD_MALL"));
        assertThat(entries).allSatisfy(entry -> assertThat(entry.at()).isBetween(before, Instant.now()));
        assertThat(verification.verify(application)).isEqualTo(new TrailVerdict.Intact(2));
    }

    @Test
    void nothingIsLeftOfWhatWasRolledBack() {
        append(AuditEvent.APPLICATION_REGISTERED, "client:mall", Map.of());

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.append(application, AuditEvent.MOBILE_CONFIRMED, null, Map.of());
            status.setRollbackOnly();
        });

        assertThat(trail.of(application)).hasSize(1);
        assertThat(verification.verify(application)).isEqualTo(new TrailVerdict.Intact(1));
    }

    /** A node remembers the heads that it has committed. */
    @Test
    void whatWasRolledBackIsNotRemembered() {
        append(AuditEvent.APPLICATION_REGISTERED, "client:mall", Map.of());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.append(application, AuditEvent.MOBILE_CONFIRMED, null, Map.of());
            assertThat(trail.of(application)).hasSize(2);
            status.setRollbackOnly();
        });

        append(AuditEvent.APPLICATION_ENDED, null, Map.of());

        assertThat(verification.verify(application)).isEqualTo(new TrailVerdict.Intact(2));
    }

    @Test
    void nodesWriteTheSameStreamInTurns() {
        AuditTrail another = new AuditTrail(streams, macs, new KnownHeads());
        for (AuditTrail node : List.of(trail, another, another, trail, trail, another)) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status ->
                            node.append(application, AuditEvent.REVIEW_VOTED, "reviewer1", Map.of("vote", "1")));
        }

        assertThat(verification.verify(application)).isEqualTo(new TrailVerdict.Intact(6));
    }

    /** A database that was restored may have the same length, with another entry. */
    @Test
    void aHeadOfAnotherSealIsReadAgain() {
        append(AuditEvent.APPLICATION_REGISTERED, "client:mall", Map.of());
        jdbc.sql("delete from audit_entry where application = ?")
                .param(application)
                .update();
        jdbc.sql("delete from audit_stream where application = ?")
                .param(application)
                .update();
        AuditTrail another = new AuditTrail(streams, macs, new KnownHeads());
        new TransactionTemplate(transactions)
                .executeWithoutResult(status ->
                        another.append(application, AuditEvent.APPLICATION_REGISTERED, "client:finance", Map.of()));

        append(AuditEvent.APPLICATION_ENDED, null, Map.of());

        assertThat(verification.verify(application)).isEqualTo(new TrailVerdict.Intact(2));
    }

    @Test
    void nothingIsWrittenOutsideATransaction() {
        assertThatThrownBy(() -> trail.append(application, AuditEvent.MOBILE_CONFIRMED, null, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    /** The stream does not even exist when they begin. */
    @Test
    void manyAtOnceStandBehindEachOther() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            Map<String, String> facts = Map.of("vote", Integer.toString(i));
            threads.execute(() -> {
                awaitUninterrupted(start);
                append(AuditEvent.REVIEW_VOTED, "reviewer1", facts);
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        List<AuditEntry> entries = trail.of(application);
        assertThat(entries)
                .extracting(AuditEntry::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, AT_ONCE).boxed().toList());
        assertThat(entries).extracting(entry -> entry.facts().get("vote")).doesNotHaveDuplicates();
        assertThat(verification.verify(application)).isEqualTo(new TrailVerdict.Intact(AT_ONCE));
    }

    @Test
    void streamsOfOthersAreNotWaitedFor() {
        append(AuditEvent.APPLICATION_REGISTERED, null, Map.of());
        UUID other = UUID.randomUUID();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.append(application, AuditEvent.MOBILE_CONFIRMED, null, Map.of());
            Thread another = new Thread(() -> new TransactionTemplate(transactions)
                    .executeWithoutResult(
                            inner -> trail.append(other, AuditEvent.APPLICATION_REGISTERED, null, Map.of())));
            another.start();
            joinUninterrupted(another);
            assertThat(trail.of(other)).as("written while the first is not").hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "11010519491231002X",
                "13800138000",
                "+8613800138000",
                "6222020200112230004",
                "card:6222020200112230004",
                "somebody@example.com",
                "林斌"
            })
    void factsThatLookPersonalAreRefusedUnread(String value) {
        assertThatThrownBy(() -> append(AuditEvent.EVIDENCE_ADDED, null, Map.of("evidence", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the fact evidence is no id, code or count");
        assertThat(trail.of(application)).isEmpty();
    }

    @Test
    void longValuesAndManyFactsAreRefused() {
        assertThatThrownBy(() -> append(AuditEvent.EVIDENCE_ADDED, null, Map.of("evidence", "a".repeat(201))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> append(AuditEvent.EVIDENCE_ADDED, null, Map.of("e".repeat(41), "a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> append(AuditEvent.EVIDENCE_ADDED, "a".repeat(201), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 17; i++) {
            many.put("fact" + i, "1");
        }
        assertThatThrownBy(() -> append(AuditEvent.EVIDENCE_ADDED, null, many))
                .isInstanceOf(IllegalArgumentException.class);
        many.remove("fact0");
        append(AuditEvent.EVIDENCE_ADDED, "a".repeat(200), many);
        assertThat(verification.verify(application)).isEqualTo(new TrailVerdict.Intact(1));
    }

    /** Of a UUID any digit may be a decimal one. */
    @Test
    void idsAreTakenWhateverTheirDigits() {
        append(AuditEvent.EVIDENCE_ADDED, null, Map.of("contentKey", "0123456789abcdef".repeat(3) + "1".repeat(16)));
        append(AuditEvent.IDENTITY_BOUND, null, Map.of("binding", "01234567-0123-4123-8123-012345678901"));

        assertThat(jdbc.sql("select facts ->> 'binding' from audit_entry where application = ? and number = 2")
                        .param(application)
                        .query(String.class)
                        .single())
                .isEqualTo("01234567-0123-4123-8123-012345678901");
    }

    private void append(AuditEvent event, @Nullable String actor, Map<String, String> facts) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> trail.append(application, event, actor, facts));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void joinUninterrupted(Thread thread) {
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
