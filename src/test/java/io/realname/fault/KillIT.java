package io.realname.fault;

import static io.realname.fault.ParkingPlace.AFTER_BANK;
import static io.realname.fault.ParkingPlace.AFTER_SMS;
import static io.realname.fault.ParkingPlace.ANSWER_STORED;
import static io.realname.fault.ParkingPlace.BEFORE_BANK;
import static io.realname.fault.ParkingPlace.BEFORE_SMS;
import static io.realname.fault.ParkingPlace.BINDING_NOT_COMMITTED;
import static io.realname.fault.ParkingPlace.CODE_NOT_COMMITTED;
import static io.realname.fault.ParkingPlace.START_NOT_COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Company;
import io.realname.app.Multipart;
import io.realname.app.Walk;
import io.realname.dev.TestDatabase;
import io.realname.sandbox.Ledger;
import io.realname.sandbox.Pause;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One {@code kill -9} while an application is at each critical place; then another node starts on the same database.
 * The sandbox survives, as the providers would, and keeps its ledger.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private static final String BANK_CHECK = "BankCard4EVerification";
    private static final String SEND_SMS = "SendSms";
    private static final String LICENCE_CHECK = "VerifyBizLicenseEnterprise4";

    private static final Map<ParkingPlace, Integer> PARKED = parked();
    /** The bank has the question and has not answered yet. */
    private static final Applicant BANK_HOLDS = Applicant.number(5520);

    private static final Applicant SMS_PROVIDER_HOLDS = Applicant.number(5521);
    private static final Applicant JUST_STARTED = Applicant.number(5522);
    private static final Applicant WAITS_FOR_CODE = Applicant.number(5523);
    /** The planted bug forgets that the bank was asked about this applicant. */
    private static final Applicant ASKED_TWICE = Applicant.number(5524);

    /** The register of licences has the question and has not answered yet. */
    private static final Company REGISTER_HOLDS = Company.of("user_5525", 5525);

    private static final String IDEMPOTENCY_KEY = "start that is cut off";

    private final SandboxServer sandbox = SandboxServer.start(SandboxSettings.of("sandbox-id", "sandbox-key"));
    private final JdbcConnectionDetails database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    private final Map<Applicant, String> ids = new ConcurrentHashMap<>();

    private @Nullable ChildApp survivor;
    private List<Ledger.Entry> billedBefore = List.of();
    private List<Ledger.Entry> billedByItself = List.of();

    @BeforeAll
    void killAndStartAnother() throws InterruptedException {
        List<Pause> pauses = new ArrayList<>();
        try (ChildApp first = ChildApp.start(database, sandbox.port(), PARKED, log("first"))) {
            bringEverybodyToTheirPlace(Walk.at(first.port(), sandbox), first, pauses);
            first.kill();
        }
        pauses.forEach(Pause::release);
        billedBefore = sandbox.ledger().entries(BANK_CHECK);
        // Otherwise the test would wait a minute, until the dead node's locks expire.
        jdbc.sql(
                        "update act_ru_job set lock_exp_time_ = now() at time zone 'utc' - interval '1 day' where lock_owner_ is not null")
                .update();
        assertThat(jdbc.sql(
                                "update bank_card_check set state = 'RESERVED', sent_at = null where account = ? and state = 'SENT'")
                        .param(ASKED_TWICE.account())
                        .update())
                .as("the planted bug: a restart that takes what was sent for what is still to be sent")
                .isOne();

        survivor = ChildApp.start(database, sandbox.port(), Map.of(), log("second"));
        ids.values().forEach(id -> assertThat(walk().settled(id).at("/status")).isNotEqualTo("IN_PROGRESS"));
        billedByItself = sandbox.ledger().entries(BANK_CHECK).stream()
                .filter(entry -> !billedBefore.contains(entry))
                .toList();
    }

    private void bringEverybodyToTheirPlace(Walk walk, ChildApp app, List<Pause> pauses) throws InterruptedException {
        for (ParkingPlace place : List.of(BEFORE_BANK, AFTER_BANK, ANSWER_STORED, BINDING_NOT_COMMITTED)) {
            ids.put(at(place), walk.confirmed(walk.typed(), walk.known(at(place))));
        }
        for (Applicant applicant : List.of(at(BEFORE_SMS), at(AFTER_SMS), WAITS_FOR_CODE)) {
            ids.put(applicant, walk.started(walk.typed(), walk.known(applicant)));
        }
        walk.awaitedCode(id(WAITS_FOR_CODE), WAITS_FOR_CODE);

        Applicant confirming = at(CODE_NOT_COMMITTED);
        ids.put(confirming, walk.started(walk.typed(), walk.known(confirming)));
        String code = walk.awaitedCode(id(confirming), confirming);
        neverAnswered(() -> walk.typed().submitCode(id(confirming), code));
        Applicant starting = at(START_NOT_COMMITTED);
        walk.known(starting);
        neverAnswered(() -> walk.typed(IDEMPOTENCY_KEY).start(starting.application()));
        app.awaitParked(PARKED.keySet());

        for (Applicant applicant : List.of(BANK_HOLDS, ASKED_TWICE)) {
            Pause pause = sandbox.script().pauseNext(BANK_CHECK);
            pauses.add(pause);
            ids.put(applicant, walk.confirmed(walk.typed(), walk.known(applicant)));
            pause.awaitReceived(Duration.ofSeconds(15));
        }
        Pause sms = sandbox.script().pauseNext(SEND_SMS);
        pauses.add(sms);
        ids.put(SMS_PROVIDER_HOLDS, walk.started(walk.typed(), walk.known(SMS_PROVIDER_HOLDS)));
        sms.awaitReceived(Duration.ofSeconds(15));
        ids.put(JUST_STARTED, walk.started(walk.typed(), walk.known(JUST_STARTED)));
        Pause register = sandbox.script().pauseNext(LICENCE_CHECK);
        pauses.add(register);
        apply(app.port());
        register.awaitReceived(Duration.ofSeconds(15));
    }

    private static void apply(int port) {
        Client.named("accounts", port)
                .put("/api/v1/accounts/" + REGISTER_HOLDS.account(), "{\"site\":\"JD_MALL\",\"kind\":\"ENTERPRISE\"}");
        String application = REGISTER_HOLDS.actedForBy(Applicant.number(5526)).toString();
        assertThat(Client.named("mall", port)
                        .upload(
                                "/api/v1/enterprise-verifications",
                                Appellant.pictures(Multipart.empty().json("enterprise", application), Company.ALL))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    void close() {
        if (survivor != null) {
            survivor.close();
        }
        sandbox.close();
    }

    /** The provider's own ledger shows this. */
    @Test
    void noneIsAskedAgainByItselfButByThePlantedBug() {
        assertThat(billedBefore).as("after bank, stored, binding, two held").hasSize(5);
        assertThat(billedByItself).as("the planted bug is found").hasSize(1);
        assertThat(jdbc.sql("select request_id from bank_card_check where account = ?")
                        .param(ASKED_TWICE.account())
                        .query(String.class)
                        .single())
                .isEqualTo(billedByItself.get(0).requestId());
        assertThat(stateOf(ASKED_TWICE).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    /** The register is not asked again: reviewers look the licence up. */
    @Test
    void whereTheRegisterHeldItsAnswerPeopleDecide() {
        await().atMost(Duration.ofSeconds(20)).until(() -> reviewsOf(REGISTER_HOLDS) == 1);

        assertThat(sandbox.ledger().entries(LICENCE_CHECK)).hasSize(1);
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isEqualTo(1);
    }

    private int reviewsOf(Company company) {
        return jdbc.sql("""
                        select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        join application a on a.id::text = e.business_key_ where a.account = ?
                        """).param(company.account()).query(Integer.class).single();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_BANK", "AFTER_BANK"})
    void whereNobodyKnowsWhetherItWasBilledTheApplicantDecides(ParkingPlace place) {
        theApplicantIsAsked(at(place));
    }

    @Test
    void whereTheBankHeldItsAnswerTheApplicantDecides() {
        theApplicantIsAsked(BANK_HOLDS);
    }

    private void theApplicantIsAsked(Applicant applicant) {
        Reply asked = stateOf(applicant);
        assertThat(asked.at("/action/type")).isEqualTo("CORRECT_BANK_CARD");
        assertThat(asked.at("/action/reason")).isEqualTo("BANK_ANSWER_LOST");
        int billed = sandbox.ledger().entries(BANK_CHECK).size();

        assertThat(walk().typed()
                        .correctBankCard(id(applicant), applicant.bankCard().toString())
                        .status())
                .isEqualTo(200);

        assertThat(stateOf(applicant).at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(sandbox.ledger().entries(BANK_CHECK)).hasSize(billed + 1);
        assertThat(sandbox.inbox().messages(applicant.mobile()))
                .as("the number was confirmed already")
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_STORED", "BINDING_NOT_COMMITTED"})
    void aStoredAnswerIsUsed(ParkingPlace place) {
        assertThat(stateOf(at(place)).at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(jdbc.sql("select count(*) from binding where account = ? and released_at is null")
                        .param(at(place).account())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_SMS", "AFTER_SMS"})
    void oneMessageGoesOut(ParkingPlace place) {
        oneMessageWentOutAndItsCodeIsGood(at(place));
    }

    @Test
    void oneMessageGoesOutWhereTheProviderHeldItsAnswer() {
        oneMessageWentOutAndItsCodeIsGood(SMS_PROVIDER_HOLDS);
    }

    @Test
    void oneMessageGoesOutWhereTheKillCameRightAfterTheStart() {
        oneMessageWentOutAndItsCodeIsGood(JUST_STARTED);
    }

    @Test
    void theWaitForACodeGoesOn() {
        oneMessageWentOutAndItsCodeIsGood(WAITS_FOR_CODE);
    }

    /** The client got no answer and sends the code again. Its use was not committed, so it is valid, but only once. */
    @Test
    void aCodeThatWasNotCommittedIsGood() {
        oneMessageWentOutAndItsCodeIsGood(at(CODE_NOT_COMMITTED));
    }

    private void oneMessageWentOutAndItsCodeIsGood(Applicant applicant) {
        String id = id(applicant);
        String code = walk().awaitedCode(id, applicant);
        assertThat(sandbox.inbox().messages(applicant.mobile())).hasSize(1);

        assertThat(walk().typed().submitCode(id, code).status()).isEqualTo(200);
        assertThat(walk().typed().submitCode(id, code).status())
                .as("the same code again")
                .isEqualTo(409);
        assertThat(stateOf(applicant).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    /** The code was used up before the kill. */
    @Test
    void aCodeThatWasAcceptedBeforeIsNotAcceptedAgain() {
        Applicant applicant = at(ANSWER_STORED);
        String code = sandbox.inbox().messages(applicant.mobile()).get(0).code();
        assertThat(walk().typed().submitCode(id(applicant), code).status()).isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from mobile_code where state in ('SENDING', 'SENT') and application = ?")
                        .param(UUID.fromString(id(applicant)))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The client got no answer, so nothing may be stored. It sends the start again with the same key. */
    @Test
    void aStartThatWasNotCommittedIsMadeAnew() {
        Applicant applicant = at(START_NOT_COMMITTED);
        assertThat(applicationsOf(applicant)).isZero();

        Reply started = walk().typed(IDEMPOTENCY_KEY).start(applicant.application());
        Reply again = walk().typed(IDEMPOTENCY_KEY).start(applicant.application());

        assertThat(started.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(started.header("Location"));
        assertThat(applicationsOf(applicant)).isOne();
        ids.put(applicant, started.at("/id"));
        oneMessageWentOutAndItsCodeIsGood(applicant);
    }

    @Test
    void nothingBecameAnIncident() {
        assertThat(jdbc.sql("select count(*) from act_ru_incident")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int applicationsOf(Applicant applicant) {
        return jdbc.sql("select count(*) from application where account = ?")
                .param(applicant.account())
                .query(Integer.class)
                .single();
    }

    private Reply stateOf(Applicant applicant) {
        return walk().settled(id(applicant));
    }

    private String id(Applicant applicant) {
        return Objects.requireNonNull(ids.get(applicant));
    }

    private Walk walk() {
        return Walk.at(Objects.requireNonNull(survivor).port(), sandbox);
    }

    private static Applicant at(ParkingPlace place) {
        return Applicant.number(Objects.requireNonNull(PARKED.get(place)));
    }

    /** Sends a request whose server is killed before it answers. */
    private static void neverAnswered(Runnable request) {
        Thread client = new Thread(
                () -> {
                    try {
                        request.run();
                    } catch (UncheckedIOException e) {
                        // The kill has closed the connection.
                    }
                },
                "cut-off-client");
        client.setDaemon(true);
        client.start();
    }

    private static Path log(String node) {
        return Path.of("target", "kill-test", node + ".log");
    }

    private static Map<ParkingPlace, Integer> parked() {
        Map<ParkingPlace, Integer> parked = new EnumMap<>(ParkingPlace.class);
        for (ParkingPlace place : ParkingPlace.values()) {
            parked.put(place, 5500 + parked.size());
        }
        return parked;
    }
}
