package io.realname.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Company;
import io.realname.app.Multipart;
import io.realname.app.UntouchedDatabase;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.desk.ReviewDesk;
import io.realname.doors.WebApp;
import io.realname.operations.OperatorsDesk;
import io.realname.people.TestPeople;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * New users at both doors and an enterprise go many ways. Afterwards, nothing of them is in the engine's tables, the
 * log, an answer or a metric; our own tables contain it only sealed or as a keyed hash. Failures name the place, never
 * the value.
 */
@UntouchedDatabase
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataIT {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataIT.class);

    private static final String BANK_CHECK = "BankCard4EVerification";
    private static final String TYPED = "/api/v1/verifications";
    private static final String ENGINE_START = "/engine-rest/process-definition/key/new-user-verification/start";
    private static final String ENGINE_MESSAGE = "/engine-rest/message";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private OpenReviews openReviews;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private final PlantedValues values = new PlantedValues();
    /** An answer may contain these, but no table. */
    private final PlantedValues masked = new PlantedValues();

    private final List<Reply> replies = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private int people = 5000;

    private LogRecorder log;
    private Client accounts;
    private Client mall;

    @BeforeAll
    void goAllWays() {
        closeBreakers();
        log = LogRecorder.attach();
        accounts = Client.named("accounts", port);
        mall = Client.named("mall", port);

        Applicant verified = verifiedAsTyped();
        occupied(verified);
        mismatchThenCorrected();
        cardLostThenWithdrawn();
        wrongCodes();
        withdrawnBeforeTheCode();
        refusedFields();
        malformedBodies();
        bankDownUntilAnIncident();
        bankEchoesWhatItWasAsked();
        answerLost();
        smsDownThenDelivered();
        smsRefused();
        engineDoorVerified();
        engineDoorRefusals();
        enterprise(verified);
        closeBreakers();
    }

    @AfterAll
    void detach() {
        log.close();
    }

    @Test
    void noTableHoldsAnythingReadable() {
        DatabaseSearch search = new DatabaseSearch(jdbc, values);
        assertThat(search.tables().keySet())
                .as("tables that are searched")
                .contains("act_ge_bytearray", "act_ru_variable", "act_hi_job_log", "application", "idempotent_request");
        assertThat(jdbc.sql("select count(*) from act_ge_bytearray where name_ = 'job.exceptionByteArray'")
                        .query(Integer.class)
                        .single())
                .as("stack traces that are searched")
                .isPositive();
        assertThat(search.findings()).isEmpty();
    }

    @Test
    void noTableHoldsAMaskedForm() {
        assertThat(new DatabaseSearch(jdbc, masked).findings()).isEmpty();
    }

    /** With a card's last digits beside its keyed hash, the other digits would be easier to guess. */
    @Test
    void nothingOfTheCardStandsBesideItsKey() {
        assertThat(new DatabaseSearch(jdbc, values).tables().get("bank_card_check"))
                .containsExactlyInAnyOrder(
                        "application",
                        "try",
                        "account",
                        "identity_key",
                        "card_key",
                        "state",
                        "result",
                        "result_code",
                        "request_id",
                        "reserved_at",
                        "sent_at",
                        "decided_at");
    }

    @Test
    void cardAndNumberAreForgottenWithTheEnd() {
        assertThat(ended).hasSizeGreaterThan(7);
        assertThat(jdbc.sql("""
                                select count(*) from application
                                where ended_at is not null and (pan is not null or mobile is not null)
                                """).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from application where ended_at is not null and id in (:ids)")
                        .param("ids", ended.stream().map(UUID::fromString).toList())
                        .query(Integer.class)
                        .single())
                .isEqualTo(ended.size());
    }

    @Test
    void theLogHoldsNothing() {
        assertThat(Stream.of("HTTP status 500", "ProviderUnavailableException", "BankCard4EVerification")
                        .filter(word -> !log.text().contains(word)))
                .as("what must have been searched")
                .isEmpty();
        assertThat(values.lineOf(log.text())).isEmpty();
    }

    @Test
    void theOutputHoldsNothing(CapturedOutput output) {
        assertThat(output.getAll().contains(BANK_CHECK))
                .as("output is captured")
                .isTrue();
        assertThat(values.lineOf(output.getAll())).isEmpty();
    }

    @Test
    void noAnswerHoldsAnything() {
        assertThat(replies.size()).isGreaterThan(80);
        for (int i = 0; i < replies.size(); i++) {
            Reply reply = replies.get(i);
            String where = "answer " + i + ", status " + reply.status();
            assertThat(values.in(reply.response().body())).as(where + ", body").isEmpty();
            assertThat(values.in(reply.response().headers().map().toString()))
                    .as(where + ", headers")
                    .isEmpty();
        }
        assertThat(replies.stream().map(Reply::status)).contains(200, 201, 400, 404, 409, 413, 415, 422);
        assertThat(replies.stream().filter(reply -> reply.status() >= 500).count())
                .isZero();
    }

    @Test
    void theMetricsHoldNothing() {
        Reply metrics = Client.named("metrics", port).get("/actuator/prometheus");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.response().body().contains("http_server_requests_seconds"))
                .as("metrics are told")
                .isTrue();
        assertThat(values.lineOf(metrics.response().body())).isEmpty();
    }

    // The search finds what it must find.

    @Test
    void aValueInATableOfTheEngineIsFound() {
        String name = "张靐龘";
        PlantedValues planted = new PlantedValues();
        planted.plant("name", name);
        DatabaseSearch search = new DatabaseSearch(jdbc, planted);
        assertThat(search.findings()).isEmpty();
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        List<String> texts = new ArrayList<>(List.of(
                name,
                "before " + name + " after",
                HexFormat.of().formatHex(utf8),
                "\\u5f20\\u9750\\u9f98",
                "%E5%BC%A0%E9%9D%90%E9%BE%98"));
        for (String before : List.of("", "1", "12", "123")) {
            texts.add(Base64.getEncoder().encodeToString((before + name + "!").getBytes(StandardCharsets.UTF_8)));
            texts.add(Base64.getUrlEncoder().encodeToString((before + name).getBytes(StandardCharsets.UTF_16LE)));
        }
        for (String text : texts) {
            jdbc.sql("insert into act_ge_property (name_, value_, rev_) values ('planted', ?, 1)")
                    .param(text)
                    .update();
            assertThat(search.findings())
                    .as("form %d", texts.indexOf(text))
                    .isNotEmpty()
                    .allMatch(finding -> finding.startsWith("act_ge_property.value_: name"));
            jdbc.sql("delete from act_ge_property where name_ = 'planted'").update();
        }
        assertThat(search.findings()).isEmpty();
    }

    @Test
    void aValueInsideBytesIsFound() throws IOException {
        String pan = TestPeople.pan(5199);
        PlantedValues planted = new PlantedValues();
        planted.plant("card", pan);
        DatabaseSearch search = new DatabaseSearch(jdbc, planted);
        ByteArrayOutputStream serialised = new ByteArrayOutputStream();
        new ObjectOutputStream(serialised).writeObject(Map.of("card", pan));
        List<byte[]> contents = List.of(
                ("x" + pan).getBytes(StandardCharsets.UTF_16LE),
                ("x" + pan).getBytes(StandardCharsets.UTF_16BE),
                (pan + " in a stack trace").getBytes(StandardCharsets.UTF_8),
                serialised.toByteArray());
        for (byte[] content : contents) {
            jdbc.sql("insert into act_ge_bytearray (id_, rev_, name_, bytes_) values ('planted', 1, 'planted', ?)")
                    .param(content)
                    .update();
            assertThat(search.findings())
                    .as("content %d", contents.indexOf(content))
                    .isNotEmpty()
                    .allMatch(finding -> finding.startsWith("act_ge_bytearray.bytes_: card"));
            jdbc.sql("delete from act_ge_bytearray where id_ = 'planted'").update();
        }
    }

    @Test
    void aValueOrACodeInTheLogIsFound() {
        PlantedValues planted = new PlantedValues();
        planted.plant("mobile", "13800990099");
        planted.plantCode("271828");
        try (LogRecorder recorder = LogRecorder.attach()) {
            LOG.info("nothing, but 05.271828 and ab271828-1");
            assertThat(planted.lineOf(recorder.text())).isEmpty();
            LOG.info("the code is {}", 271828);
            assertThat(planted.lineOf(recorder.text()))
                    .hasValueSatisfying(line -> assertThat(line).contains("code"));
        }
        try (LogRecorder recorder = LogRecorder.attach()) {
            LOG.info("failed", new IllegalStateException(new IllegalArgumentException("to +8613800990099")));
            assertThat(planted.lineOf(recorder.text()))
                    .hasValueSatisfying(line -> assertThat(line).contains("mobile"));
        }
    }

    // The ways of the applicants.

    /** Everything is typed as people type it: in full width, in groups, in lower case. */
    private Applicant verifiedAsTyped() {
        Applicant plain = next();
        Applicant typed = new Applicant(
                plain.account(),
                plain.name().substring(0, 2) + " • " + plain.name().substring(2),
                fullWidth(plain.residentId()),
                plain.pan().replaceAll("(.{4})(?=.)", "$1 "),
                "+86 " + plain.mobile().replaceAll("^(...)(....)", "$1-$2-"));
        plant(typed);
        values.plant("name", plain.name().substring(0, 2) + "·" + plain.name().substring(2));
        String location = start(typed);
        submit(location, code(location, typed), 200);
        assertThat(settled(location).at("/outcome/code")).isEqualTo("VERIFIED");
        keep(mall.get("/api/v1/accounts/" + typed.account() + "/verification"));
        end(location);
        return typed;
    }

    private void occupied(Applicant verified) {
        Applicant second = next();
        Applicant same =
                new Applicant(second.account(), verified.name(), verified.residentId(), second.pan(), second.mobile());
        String location = start(same);
        assertThat(settled(location).at("/outcome/code")).isEqualTo("IDENTITY_OCCUPIED");
        end(location);
    }

    private void mismatchThenCorrected() {
        Applicant wrong = next().withMobileEnding("0001", people);
        plant(wrong);
        String location = start(wrong);
        submit(location, code(location, wrong), 200);
        assertThat(settled(location).at("/action/reason")).isEqualTo("CARD_DETAILS_MISMATCH");
        assertPanForgotten(location);

        Applicant other = next();
        keep(mall.post(location + "/bank-card", other.bankCard().put("number", notLuhn(other.pan()))));
        values.plant("wrong card", notLuhn(other.pan()));
        keep(mall.send(
                "POST", location + "/bank-card", other.bankCard().toString(), Map.of("Idempotency-Key", "correct-1")));
        submit(location, code(location, other), 200);
        assertThat(settled(location).at("/outcome/code")).isEqualTo("VERIFIED");
        end(location);
    }

    private void cardLostThenWithdrawn() {
        Applicant lost = next().withMobileEnding("0002", people);
        plant(lost);
        String location = start(lost);
        submit(location, code(location, lost), 200);
        assertThat(settled(location).at("/action/reason")).isEqualTo("CARD_NOT_USABLE");
        assertPanForgotten(location);
        keep(mall.delete(location));
        end(location);
    }

    private void wrongCodes() {
        Applicant applicant = next();
        String location = start(applicant);
        String code = code(location, applicant);
        String wrong = Walk.not(code);
        values.plantCode(wrong);
        keep(mall.post(location + "/mobile-code", "{\"code\":\"" + code + " and more\"}"));
        keep(mall.post(location + "/mobile-code", "{\"code\":" + code));
        keep(mall.post(location + "/mobile-code", "{\"code\":" + code + "}"));
        keep(mall.post(location + "/mobile-code/resend", ""));
        while (settled(location).at("/outcome/code").isEmpty()) {
            keep(mall.send(
                    "POST",
                    location + "/mobile-code",
                    "{\"code\":\"" + wrong + "\"}",
                    Map.of("Idempotency-Key", "wrong-" + replies.size())));
        }
        assertThat(settled(location).at("/outcome/code")).isEqualTo("MOBILE_CODE_FAILED");
        end(location);
    }

    private void withdrawnBeforeTheCode() {
        Applicant applicant = next();
        String location = start(applicant);
        code(location, applicant);
        keep(mall.delete(location));
        end(location);
    }

    private void refusedFields() {
        Applicant one = next();
        account(one);
        String wrongId = one.residentId().substring(0, 17) + "?";
        List<UnaryOperator<ObjectNode>> faults = List.of(
                body -> body.put("realName", one.name() + "7"),
                body -> body.put("realName", one.name().repeat(40)),
                body -> body.put("realName", 7),
                body -> body.put("account", one.name()),
                body -> body.put("account", one.pan()),
                body -> body.put(one.pan(), "a field"),
                body -> body.put("agreementAccepted", one.mobile()),
                body -> inDocument(body, "number", wrongId),
                body -> inDocument(body, "number", one.pan()),
                body -> inDocument(body, "type", one.residentId()),
                body -> inDocument(body, one.name(), one.name()),
                body -> inCard(body, "number", notLuhn(one.pan())),
                body -> inCard(body, "number", one.pan() + one.pan()),
                body -> inCard(body, "number", one.residentId()),
                body -> inCard(body, "mobile", one.mobile() + "0"),
                body -> inCard(body, "mobile", one.name()),
                body -> {
                    body.putArray("bankCard").add(one.pan()).add(one.mobile());
                    return body;
                },
                body -> {
                    ((ObjectNode) body.get("bankCard"))
                            .put("number", Long.parseLong(one.pan().substring(1)));
                    return body;
                });
        for (UnaryOperator<ObjectNode> fault : faults) {
            String body = fault.apply(one.application()).toString();
            assertThat(keep(mall.send("POST", TYPED, body, Map.of("Idempotency-Key", "refused-" + replies.size())))
                            .status())
                    .isIn(400, 422);
            assertThat(keep(mall.post(ENGINE_START, engineStart(body, true))).status())
                    .isIn(400, 422);
        }
        keep(mall.get(TYPED + "/" + one.pan()));
        keep(mall.get(TYPED + "/" + UUID.randomUUID() + "?wait=" + one.mobile()));
        keep(mall.get("/api/v1/" + one.pan()));
        keep(mall.delete(TYPED + "/" + one.mobile()));
        keep(mall.get("/engine-rest/task?assignee=" + one.mobile()));
    }

    private void malformedBodies() {
        Applicant one = next();
        account(one);
        String body = one.application().toString();
        for (String path : List.of(TYPED, ENGINE_START, ENGINE_MESSAGE)) {
            for (String malformed : List.of(
                    body.substring(0, body.length() - 3),
                    body + one.pan(),
                    one.pan(),
                    "[" + one.mobile() + "," + one.name() + "]",
                    "\"" + one.residentId() + "\"",
                    "{\"" + one.pan() + "\":" + one.name() + "}")) {
                assertThat(keep(mall.post(path, malformed)).status()).isIn(400, 422);
            }
            assertThat(keep(mall.send("POST", path, body, Map.of("Content-Type", "text/plain")))
                            .status())
                    .isEqualTo(415);
            assertThat(keep(mall.send("POST", path, body, Map.of("Content-Type", one.pan())))
                            .status())
                    .isEqualTo(415);
            assertThat(keep(mall.post(path, body.repeat(1000))).status()).isEqualTo(413);
            assertThat(keep(mall.send("PUT", path, body, Map.of())).status()).isIn(401, 403, 404, 405);
        }
    }

    private void bankDownUntilAnIncident() {
        Applicant applicant = next().withMobileEnding("0004", people);
        plant(applicant);
        String location = start(applicant);
        submit(location, code(location, applicant), 200);
        await().atMost(PATIENCE).until(() -> isIncident(location));
        closeBreakers();
    }

    /** The app must not repeat the provider's messages: they may quote what was asked. */
    private void bankEchoesWhatItWasAsked() {
        Applicant applicant = next();
        String location = start(applicant);
        String code = code(location, applicant);
        String echo = String.join(" ", applicant.name(), applicant.residentId(), applicant.pan(), applicant.mobile());
        sandbox.script()
                .responseNext(
                        BANK_CHECK,
                        "{\"Error\":{\"Code\":\"UnauthorizedOperation.Arrears\",\"Message\":\"" + echo + "\"}}");
        submit(location, code, 200);
        await().atMost(PATIENCE).until(() -> isIncident(location));
        closeBreakers();
    }

    private void answerLost() {
        Applicant applicant = next().withMobileEnding("0003", people);
        plant(applicant);
        String location = start(applicant);
        submit(location, code(location, applicant), 200);
        assertThat(settled(location).at("/action/reason")).isEqualTo("BANK_ANSWER_LOST");
        assertPanForgotten(location);
        keep(mall.post(location + "/bank-card", applicant.bankCard()));
        assertThat(settled(location).at("/outcome/code")).isEqualTo("VERIFIED");
        end(location);
    }

    private void smsDownThenDelivered() {
        Applicant applicant = next().withMobileEnding("0006", people);
        plant(applicant);
        String location = start(applicant);
        await().atMost(PATIENCE).until(() -> {
            execute(location);
            return mall.get(location).at("/status").equals("ACTION_REQUIRED");
        });
        submit(location, code(location, applicant), 200);
        assertThat(settled(location).at("/outcome/code")).isEqualTo("VERIFIED");
        end(location);
    }

    private void smsRefused() {
        Applicant applicant = next().withMobileEnding("0005", people);
        plant(applicant);
        String location = start(applicant);
        assertThat(settled(location).at("/outcome/code")).isEqualTo("MOBILE_CODE_FAILED");
        end(location);
    }

    private void engineDoorVerified() {
        Applicant applicant = next();
        account(applicant);
        Reply started =
                keep(mall.post(ENGINE_START, engineStart(applicant.application().toString(), true)));
        assertThat(started.status()).isEqualTo(200);
        String id = started.at("/businessKey");
        String location = TYPED + "/" + id;
        String code = code(location, applicant);
        String wrong = Walk.not(code);
        values.plantCode(wrong);
        assertThat(keep(mall.post(ENGINE_MESSAGE, engineCode(id, code, false))).status())
                .as("not transient")
                .isEqualTo(400);
        assertThat(keep(mall.post(ENGINE_MESSAGE, engineCode(id, wrong, true))).status())
                .isEqualTo(422);
        assertThat(keep(mall.post(ENGINE_MESSAGE, engineCode(id, applicant.pan(), true)))
                        .status())
                .isEqualTo(422);
        assertThat(keep(mall.post(ENGINE_MESSAGE, engineCode(applicant.pan(), code, true)))
                        .status())
                .isEqualTo(404);
        assertThat(keep(mall.post(ENGINE_MESSAGE, engineCode(id, code, true))).status())
                .isIn(200, 204);
        assertThat(keep(mall.post(ENGINE_MESSAGE, engineCode(id, code, true))).status())
                .isEqualTo(409);
        assertThat(settled(location).at("/outcome/code")).isEqualTo("VERIFIED");
        end(location);
    }

    private void engineDoorRefusals() {
        Applicant one = next();
        account(one);
        String application = one.application().toString();
        String variables = engineStart(application, true);
        for (String body : List.of(
                engineStart(application, false),
                variables.replace("\"Json\"", "\"String\""),
                variables.replace("\"Json\"", "\"" + one.name() + "\""),
                variables.replace("\"application\"", "\"applicant\""),
                variables.replace("\"application\"", "\"" + one.pan() + "\""),
                "{\"businessKey\":\"" + one.pan() + "\"," + variables.substring(1),
                "{\"variables\":{\"name\":{\"value\":\"" + one.name() + "\"}," + variables.substring(14),
                "{\"variables\":" + one.application() + "}")) {
            assertThat(keep(mall.post(ENGINE_START, body)).status()).isEqualTo(400);
        }
        assertThat(jdbc.sql("select count(*) from application where account = ?")
                        .param(one.account())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    // Steps.

    /** The many intended failures would soon open the circuit breakers, here and for the tests that follow. */
    private void closeBreakers() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** A new applicant with an X at the end of the resident ID, typed as x, and an unmistakable name; all planted. */
    private Applicant next() {
        do {
            people++;
        } while (!TestPeople.residentId(people).endsWith("X"));
        Applicant applicant = new Applicant(
                "user_" + people,
                "靐龘" + TestPeople.name(people),
                TestPeople.residentId(people).replace('X', 'x'),
                TestPeople.pan(people),
                TestPeople.mobile(people));
        plant(applicant);
        return applicant;
    }

    /**
     * Is refused for a typing error, then reviewed and paid; the payer's answer gets lost once; then a wrong and the
     * right amount are stated.
     */
    private void enterprise(Applicant verified) {
        String path = "/api/v1/enterprise-verifications";
        Company company = Company.of(verified.account(), 720_000);
        plant(company.legalPerson());
        values.plant("enterprise's name", company.name());
        values.plant("licence number", company.licenceNumber());
        values.plant("corporate account", company.corporateAccount());
        values.plant("e-mail", Company.EMAIL);
        masked.plant("corporate account", "****" + company.corporateAccount().substring(12));
        ObjectNode slip = company.application();
        slip.withObject("/licence").put("number", company.licenceNumber().substring(1) + "0");
        keep(mall.upload(path, Multipart.empty().json("enterprise", slip.toString())));
        sandbox.script().failNext("company:transfer", Fault.RESET);

        Reply started = keep(mall.upload(
                path,
                Appellant.pictures(
                        Multipart.empty()
                                .json("enterprise", company.application().toString()),
                        Company.ALL)));
        assertThat(started.status()).isEqualTo(201);
        String location = started.header("Location");
        desk.decideWhenThere("privacyreviewer", "enterprise-review", id(location), Map.of("decision", "APPROVE"));
        await().atMost(PATIENCE).until(() -> isIncident(location));
        operatorFindsNoPayment(verified, id(location));
        Job lost = jobs(location).stream()
                .filter(job -> job.getRetries() == 0)
                .findFirst()
                .orElseThrow();
        management.setJobRetries(lost.getId(), 1);
        assertThat(settled(location).at("/action/type")).isEqualTo("CONFIRM_AMOUNT");
        keep(mall.post(location + "/amount", "{\"amount\":\"1.11\"}"));
        assertThat(settled(location).at("/action/attemptsLeft")).isEqualTo("4");
        String amount =
                sandbox.transfers().to(company.corporateAccount()).get(0).amount();
        keep(mall.post(location + "/amount", "{\"amount\":\"" + amount + "\"}"));
        assertThat(settled(location).at("/outcome/code")).isEqualTo("VERIFIED");
        keep(mall.get("/api/v1/accounts/" + verified.account() + "/verification"));
        end(location);
    }

    /** An operator finds the case, and looks up the payment whose answer got lost. */
    private void operatorFindsNoPayment(Applicant applicant, String id) {
        WebApp operator = OperatorsDesk.operator(openReviews, port, "privacyoperator");
        for (String text : List.of(applicant.account(), id, applicant.name(), applicant.mobile(), applicant.pan())) {
            assertThat(keep(OperatorsDesk.search(operator, text)).status()).isIn(200, 400);
        }
        assertThat(keep(operator.get("/operations/payments/lost")).body().findValuesAsText("application"))
                .contains(id);
        assertThat(operator.post("/operations/payments/" + id + "/finding", "{\"number\":1,\"arrived\":false}")
                        .status())
                .isEqualTo(204);
    }

    private void plant(Applicant applicant) {
        values.plant("name", applicant.name());
        values.plant("resident ID", applicant.residentId());
        values.plant("card", applicant.pan());
        values.plant("mobile", applicant.mobile());
        String mobile = applicant.mobile().replaceAll("\\D", "").replaceFirst("^86(?=.{11}$)", "");
        masked.plant("mobile", mobile.substring(0, 3) + "****" + mobile.substring(7));
        masked.plant("card", "****" + applicant.pan().substring(applicant.pan().length() - 4));
        masked.plant(
                "name",
                "*".repeat(applicant.name().length() - 1)
                        + applicant.name().charAt(applicant.name().length() - 1));
    }

    private Reply keep(Reply reply) {
        replies.add(reply);
        return reply;
    }

    private void account(Applicant applicant) {
        assertThat(keep(accounts.put(
                                "/api/v1/accounts/" + applicant.account(),
                                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\",\"mobile\":\"" + applicant.mobile()
                                        + "\"}"))
                        .status())
                .isEqualTo(201);
    }

    private String start(Applicant applicant) {
        account(applicant);
        Reply started = keep(mall.send(
                "POST",
                TYPED,
                applicant.application().toString(),
                Map.of("Idempotency-Key", "start-" + applicant.account())));
        assertThat(started.status()).isEqualTo(201);
        return started.header("Location");
    }

    private Reply settled(String location) {
        return keep(mall.get(location + "?wait=30"));
    }

    private String code(String location, Applicant applicant) {
        assertThat(settled(location).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        String code = sandbox.inbox().messages(applicant.mobile()).get(0).code();
        values.plantCode(code);
        return code;
    }

    private void submit(String location, String code, int status) {
        assertThat(keep(mall.send(
                                "POST",
                                location + "/mobile-code",
                                "{\"code\":\"" + code + "\"}",
                                Map.of("Idempotency-Key", "code-" + replies.size())))
                        .status())
                .isEqualTo(status);
    }

    private void end(String location) {
        assertThat(settled(location).at("/outcome/code")).isNotEmpty();
        ended.add(id(location));
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private void assertPanForgotten(String location) {
        assertThat(jdbc.sql("select pan is null from application where id = ?")
                        .param(UUID.fromString(id(location)))
                        .query(Boolean.class)
                        .single())
                .as("card forgotten once the bank was asked")
                .isTrue();
    }

    /** Runs the jobs that wait for their next try. */
    /**
     * Tries at once what waits for its next try. The job executor runs all else: by two at once, the answer of a billed call
     * would count as lost.
     */
    private void execute(String location) {
        for (Job job : jobs(location)) {
            if (job.getDuedate() == null
                    || !job.getDuedate().after(Date.from(Instant.now().plusSeconds(2)))) {
                continue;
            }
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException e) {
                // The job failed, and its stack trace is stored; or the job executor was faster.
                LOG.info("A job failed: {}", e.getClass().getSimpleName(), e);
            }
        }
    }

    private boolean isIncident(String location) {
        if (jobs(location).stream().anyMatch(job -> job.getRetries() == 0)) {
            return true;
        }
        execute(location);
        return false;
    }

    private List<Job> jobs(String location) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id(location)).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream())
                .toList();
    }

    private static String engineStart(String application, boolean isTransient) {
        ObjectNode body = Applicant.number(5000).application().removeAll();
        body.putObject("variables")
                .putObject("application")
                .put("type", "Json")
                .put("value", application)
                .putObject("valueInfo")
                .put("transient", isTransient);
        return body.toString();
    }

    private static String engineCode(String id, String code, boolean isTransient) {
        ObjectNode body = Applicant.number(5000).application().removeAll();
        body.put("messageName", "MobileCodeSubmitted").put("businessKey", id);
        body.putObject("processVariables")
                .putObject("code")
                .put("type", "String")
                .put("value", code)
                .putObject("valueInfo")
                .put("transient", isTransient);
        return body.toString();
    }

    private static ObjectNode inDocument(ObjectNode body, String field, String value) {
        ((ObjectNode) body.get("document")).put(field, value);
        return body;
    }

    private static ObjectNode inCard(ObjectNode body, String field, String value) {
        ((ObjectNode) body.get("bankCard")).put(field, value);
        return body;
    }

    private static String notLuhn(String pan) {
        int last = pan.length() - 1;
        return pan.substring(0, last) + (Character.digit(pan.charAt(last), 10) + 1) % 10;
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(c -> c + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
