package io.realname.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.realname.app.Applicant;
import io.realname.app.AtOnce;
import io.realname.app.Client.Reply;
import io.realname.app.Walk;
import io.realname.people.TestPeople;
import io.realname.sandbox.Pause;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One person has 50 accounts at three sites and 50 cards. The bank confirms all of them at the same moment. */
@RaceSettings
class SameIdentityRaceIT {

    private static final int RACERS = 50;
    private static final int FIRST = 5200;
    private static final String BANK_CHECK = "BankCard4EVerification";
    private static final List<String> SITES = List.of("JD_MALL", "JD_FINANCE", "JD_CLOUD");
    private static final String ACTIVE_BINDINGS = """
            select count(*) from binding where released_at is null and identity_key in
                (select identity_key from application where account like 'racer\\_%')
            """;

    @Autowired
    private Walk walk;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final List<Pause> bank = new ArrayList<>();

    /** Otherwise the bank would not answer the tests that follow. */
    @AfterEach
    void answer() {
        bank.forEach(Pause::release);
    }

    @Test
    void oneAccountGetsTheIdentity() throws InterruptedException {
        List<Applicant> racers =
                IntStream.range(0, RACERS).mapToObj(SameIdentityRaceIT::racer).toList();
        for (int i = 0; i < RACERS; i++) {
            walk.known(racers.get(i), SITES.get(i % SITES.size()));
        }
        int billedBefore = sandbox.ledger().entries(BANK_CHECK).size();
        racers.forEach(racer -> bank.add(sandbox.script().pauseNext(BANK_CHECK)));

        List<Reply> started =
                AtOnce.times(RACERS, i -> walk.typed().start(racers.get(i).application()));
        assertThat(started).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        List<String> ids = started.stream().map(reply -> reply.at("/id")).toList();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            codes.add(walk.awaitedCode(ids.get(i), racers.get(i)));
        }
        List<Reply> submitted = AtOnce.times(RACERS, i -> walk.typed().submitCode(ids.get(i), codes.get(i)));
        assertThat(submitted).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));

        for (Pause pause : bank) {
            pause.awaitReceived(Duration.ofSeconds(15));
        }
        assertThat(jdbc.sql(ACTIVE_BINDINGS).query(Integer.class).single())
                .as("bound before any answer")
                .isZero();
        bank.forEach(Pause::release);

        List<Reply> ended = AtOnce.times(RACERS, i -> walk.settled(ids.get(i)));
        assertThat(Stream.of(started, submitted, ended).flatMap(List::stream))
                .allSatisfy(reply -> assertThat(reply.status()).isLessThan(500));
        assertThat(ended.stream()
                        .map(reply -> reply.at("/outcome/code"))
                        .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting())))
                .isEqualTo(Map.of("VERIFIED", 1L, "IDENTITY_OCCUPIED", RACERS - 1L));
        assertThat(jdbc.sql(ACTIVE_BINDINGS).query(Integer.class).single()).isOne();
        assertThat(sandbox.ledger().entries(BANK_CHECK)).hasSize(billedBefore + RACERS);
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(runtime.createProcessInstanceQuery().list())
                .as("instances of racers that have not ended")
                .noneMatch(instance -> ids.contains(instance.getBusinessKey()));

        theDatabaseItselfRefusesTheSecondOfASite();
        withoutTheLockTwoSitesWouldBothBind();
    }

    private static Applicant racer(int i) {
        Applicant somebody = Applicant.number(FIRST + i);
        return new Applicant(
                "racer_" + i, TestPeople.name(FIRST), TestPeople.residentId(FIRST), somebody.pan(), somebody.mobile());
    }

    /** Even if the program forgot its lock, the unique index would refuse the second binding. */
    private void theDatabaseItselfRefusesTheSecondOfASite() {
        assertThat(catchThrowable(() -> inTransactionRolledBack(() -> {
                    for (int i = 0; i < SITES.size() + 1; i++) {
                        bindUnchecked("racer_" + i);
                    }
                })))
                .isInstanceOf(DuplicateKeyException.class);
    }

    /** The planted bug: a program without lock and check writes two bindings, and the count above finds both. */
    private void withoutTheLockTwoSitesWouldBothBind() {
        inTransactionRolledBack(() -> {
            String taken = jdbc.sql("select site from binding where released_at is null and account like 'racer\\_%'")
                    .query(String.class)
                    .single();
            int other = SITES.get(0).equals(taken) ? 1 : 0;
            bindUnchecked("racer_" + other);
            assertThat(jdbc.sql(ACTIVE_BINDINGS).query(Integer.class).single()).isEqualTo(2);
        });
    }

    /** The name of the person does not matter here; the application that won has already deleted it. */
    private void bindUnchecked(String account) {
        jdbc.sql("""
                        insert into binding (id, identity_key, site, account, method, person, application, verified_at)
                        select gen_random_uuid(), identity_key, site, account, 'BANK_CARD', coalesce(person, '\\x00'), id, now()
                        from application where account = ?
                        """).param(account).update();
    }

    private void inTransactionRolledBack(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }
}
