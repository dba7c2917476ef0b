package io.realname.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.realname.app.Applicant;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Releases;
import io.realname.app.Walk;
import io.realname.identity.IdentityRegistry;
import io.realname.people.TestPeople;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.trail.TrailFinding.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** What the program does is in the trail; what somebody does in the tables behind its back is found. */
@RealnameTest
class TrailAuditTest {

    private static final People PEOPLE = People.of(8100, 8149);

    private static @Nullable Story story;

    @Autowired
    private Walk walk;

    @Autowired
    private TrailAudit audit;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private IdentityRegistry registry;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private UUID verified;
    private UUID occupied;
    private UUID associated;

    /** Told once; whatever a test does to it is rolled back. */
    @BeforeEach
    void tell() {
        Story told = story;
        if (told == null) {
            told = Story.of(walk, PEOPLE.next(), TestPeople.mobile(PEOPLE.number()));
            story = told;
        }
        verified = told.verified();
        occupied = told.occupied();
        associated = told.associated();
        assertThat(findings()).isEmpty();
    }

    @Test
    void verificationIsToldFromItsRegistrationToItsEnd() {
        assertThat(trail.of(verified))
                .extracting(AuditEntry::event, AuditEntry::actor, entry -> without(entry, "binding", "holder"))
                .containsExactly(
                        told(
                                AuditEvent.APPLICATION_REGISTERED,
                                "client:mall",
                                Map.of("kind", "NEW_USER", "site", "JD_MALL")),
                        told(AuditEvent.MOBILE_CONFIRMED, null, Map.of()),
                        told(AuditEvent.BANK_CARD_CHECKED, null, Map.of("result", "MATCH")),
                        told(AuditEvent.IDENTITY_BOUND, null, Map.of("method", "BANK_CARD")),
                        told(AuditEvent.APPLICATION_ENDED, null, Map.of("outcome", "VERIFIED")));
    }

    @Test
    void associationIsToldOnBothSides() {
        assertThat(trail.of(occupied))
                .extracting(AuditEntry::event, AuditEntry::actor, AuditEntry::facts)
                .containsExactly(
                        told(
                                AuditEvent.APPLICATION_REGISTERED,
                                "client:mall",
                                Map.of("kind", "NEW_USER", "site", "JD_CLOUD")),
                        told(AuditEvent.APPLICATION_ENDED, null, Map.of("outcome", "IDENTITY_OCCUPIED")),
                        told(AuditEvent.FOLLOWED, "client:mall", Map.of("by", associated.toString())));
        assertThat(trail.of(associated))
                .extracting(AuditEntry::event, AuditEntry::actor, entry -> without(entry, "binding", "holder"))
                .containsExactly(
                        told(
                                AuditEvent.APPLICATION_REGISTERED,
                                "client:mall",
                                Map.of(
                                        "kind", "ASSOCIATION",
                                        "site", "JD_CLOUD",
                                        "follows", occupied.toString())),
                        told(AuditEvent.MOBILE_CONFIRMED, null, Map.of()),
                        told(
                                AuditEvent.IDENTITY_BOUND,
                                null,
                                Map.of(
                                        "method",
                                        "ASSOCIATION",
                                        "source",
                                        binding(verified).toString())),
                        told(AuditEvent.APPLICATION_ENDED, null, Map.of("outcome", "VERIFIED")));
    }

    @Test
    void whatDidNotDoIsToldToo() {
        Applicant mistaken = walk.known(PEOPLE.nextWithMobileEnding("0001"));
        String id = walk.confirmed(Entrance.TYPED.of(walk.mall()), mistaken);
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("CORRECT_BANK_CARD");
        assertThat(walk.mall().delete("/api/v1/verifications/" + id).status()).isEqualTo(200);

        assertThat(trail.of(UUID.fromString(id)))
                .extracting(AuditEntry::event, AuditEntry::facts)
                .endsWith(
                        tuple(AuditEvent.BANK_CARD_CHECKED, Map.of("result", "MISMATCH")),
                        tuple(AuditEvent.APPLICATION_ENDED, Map.of("outcome", "WITHDRAWN")));
        assertThat(audit.of(UUID.fromString(id))).isEmpty();
    }

    @Test
    void releasesAreToldWhereTheBindingWasMade() {
        UUID appeal = UUID.randomUUID();
        tampering(() -> {
            new Releases(registry, jdbc, new TransactionTemplate(transactions)).release(account(), appeal);
            writeTrail();

            assertThat(findings()).isEmpty();
            for (UUID id : List.of(verified, associated)) {
                List<AuditEntry> entries = trail.of(id);
                AuditEntry last = entries.get(entries.size() - 1);
                assertThat(last.event()).isEqualTo(AuditEvent.IDENTITY_RELEASED);
                assertThat(last.facts()).isEqualTo(Map.of("binding", binding(id).toString(), "by", appeal.toString()));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome = 'IDENTITY_OCCUPIED'",
                "outcome = null",
                "outcome_reason = 'SMS_FREQUENCY_LIMIT'",
                "ended_at = null",
                "status = 'FAILED'",
                "status = 'IN_PROGRESS', ended_at = null, outcome = null"
            })
    void editedEnd(String edit) {
        assertFound("update application set " + edit + " where id = ?", verified, finding(verified, Kind.END, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client = 'console'",
                "site = 'JD_CLOUD'",
                "kind = 'APPEALING'",
                "trailed = false",
                "follows = id"
            })
    void editedRegistration(String edit) {
        String sql = "update application set " + edit + " where id = ?";
        tampering(() -> {
            assertThat(jdbc.sql(sql).param(verified).update()).isOne();

            assertThat(audit.of(verified)).contains(finding(verified, Kind.REGISTRATION, ""));
        });
    }

    @Test
    void endedBehindTheBack() {
        Applicant applicant = PEOPLE.next();
        UUID open = UUID.fromString(walk.waitingForCode(Entrance.TYPED.of(walk.mall()), walk.known(applicant)));
        assertThat(audit.of(open)).isEmpty();

        assertFound("update application set ended_at = now() where id = ?", open, finding(open, Kind.END, ""));
        assertFound(
                "update application set outcome = 'VERIFIED', status = 'SUCCEEDED', ended_at = now() where id = ?",
                open,
                finding(open, Kind.END, ""));
    }

    @Test
    void bindingInsertedByHand() {
        UUID planted = UUID.randomUUID();
        tampering(() -> {
            assertThat(jdbc.sql("""
                                    insert into binding (id, identity_key, site, account, method, person, application, verified_at)
                                    select :id, identity_key, 'JD_FINANCE', :account, method, person, application, now()
                                    from binding where application = :application
                                    """)
                            .param("id", planted)
                            .param("account", walk.known(PEOPLE.next()).account())
                            .param("application", verified)
                            .update())
                    .isOne();

            assertThat(findings()).containsExactly(finding(verified, Kind.BINDING, planted.toString()));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update binding set released_at = now() where id = ?|RELEASE",
                "update binding set method = 'BANK_CARD' where id = ?|BINDING",
                "update binding set method = 'BY_HAND' where id = ?|BINDING",
                "update binding set source = null where id = ?|BINDING",
                "update binding set site = 'JD_FINANCE' where id = ?|BINDING",
                "delete from binding where id = ?|BINDING"
            })
    void editedBinding(String sql, Kind kind) {
        UUID binding = binding(associated);
        assertFound(sql, binding, finding(associated, kind, binding.toString()));
    }

    @Test
    void bindingGivenToSomebodyElse() {
        UUID binding = binding(verified);
        String somebody = walk.known(PEOPLE.next()).account();
        assertFound(
                "update binding set account = '" + somebody + "' where id = ?",
                binding,
                finding(verified, Kind.BINDING, binding.toString()));
    }

    @Test
    void releaseUndoneByHand() {
        UUID binding = binding(associated);
        tampering(() -> {
            new Releases(registry, jdbc, new TransactionTemplate(transactions))
                    .release(account() + "_cloud", UUID.randomUUID());
            writeTrail();
            assertThat(jdbc.sql("update binding set released_at = null where id = ?")
                            .param(binding)
                            .update())
                    .isOne();

            assertThat(findings()).containsExactly(finding(associated, Kind.RELEASE, binding.toString()));
        });
    }

    @Test
    void followingThatNobodyToldOf() {
        tampering(() -> {
            assertThat(jdbc.sql("update application set follows = ? where id = ?")
                            .params(verified, associated)
                            .update())
                    .isOne();

            assertThat(findings())
                    .containsExactlyInAnyOrder(
                            finding(occupied, Kind.FOLLOWING, associated.toString()),
                            finding(associated, Kind.REGISTRATION, ""),
                            finding(associated, Kind.FOLLOWING, verified.toString()));
        });
    }

    @Test
    void brokenStreamIsAFindingOfItsOwn() {
        assertFound(
                "delete from audit_entry where application = ? and number = 5",
                verified,
                finding(verified, Kind.STREAM, "CUT_TAIL at 5"));
        assertFound(
                "update audit_entry set facts = '{\"outcome\":\"VERIFIED\"}' where application = ? and number = 2",
                occupied,
                finding(occupied, Kind.STREAM, "ALTERED at 2"));
    }

    @Test
    void deletedStreamThatTheProgramBeganAnew() {
        tampering(() -> {
            jdbc.sql("delete from audit_entry where application = ?")
                    .param(associated)
                    .update();
            jdbc.sql("delete from audit_stream where application = ?")
                    .param(associated)
                    .update();
            assertThat(audit.of(associated)).containsExactly(finding(associated, Kind.STREAM, "STREAM_MISSING at 0"));
            trail.append(associated, AuditEvent.HOLDER_NOTIFIED, null, Map.of());
            writeTrail();

            assertThat(audit.of(associated)).contains(finding(associated, Kind.REGISTRATION, ""));
        });
    }

    @Test
    void applicationsOfBeforeAreLeftAlone() {
        tampering(() -> {
            jdbc.sql("update application set trailed = false where id = ?")
                    .param(verified)
                    .update();
            jdbc.sql("delete from audit_entry where application = ?")
                    .param(verified)
                    .update();
            jdbc.sql("delete from audit_stream where application = ?")
                    .param(verified)
                    .update();
            assertThat(audit.of(verified)).isEmpty();

            trail.append(verified, AuditEvent.FOLLOWED, "client:mall", Map.of("by", associated.toString()));
            assertThat(audit.of(verified)).isEmpty();
        });
    }

    private static Map<String, String> without(AuditEntry entry, String... names) {
        Map<String, String> facts = new TreeMap<>(entry.facts());
        facts.keySet().removeAll(List.of(names));
        return facts;
    }

    private static Tuple told(AuditEvent event, @Nullable String actor, Map<String, String> facts) {
        return tuple(event, actor, facts);
    }

    private static TrailFinding finding(UUID application, Kind kind, String about) {
        return new TrailFinding(application, kind, about);
    }

    private void assertFound(String sql, UUID id, TrailFinding finding) {
        tampering(() -> {
            assertThat(jdbc.sql(sql).param(id).update()).isOne();

            assertThat(audit.of(finding.application())).containsExactly(finding);
        });
    }

    private void tampering(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    /** The trail is written before a commit, and there will be none. */
    private static void writeTrail() {
        TransactionSynchronizationUtils.triggerBeforeCommit(false);
    }

    private List<TrailFinding> findings() {
        return Stream.of(verified, occupied, associated)
                .flatMap(id -> audit.of(id).stream())
                .toList();
    }

    private String account() {
        return Objects.requireNonNull(story).owner().account();
    }

    private UUID binding(UUID application) {
        return jdbc.sql("select id from binding where application = ?")
                .param(application)
                .query(UUID.class)
                .single();
    }
}
