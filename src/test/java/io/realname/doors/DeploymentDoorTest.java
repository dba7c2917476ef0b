package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.app.Applicant;
import io.realname.app.Approval;
import io.realname.app.AtOnce;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.EngineDoor;
import io.realname.app.Multipart;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.diagram.OwnModels;
import io.realname.process.deployment.Deployments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** An analyst deploys from Camunda Modeler while the application runs. Nobody else does, and nothing else is opened. */
@RealnameTest
class DeploymentDoorTest {

    private static final People PEOPLE = People.of(9810, 9819);
    private static final OwnModels OWN = OwnModels.read();
    private static final String ANALYST = "analyst9810";
    private static final String FILE = "confirm-mobile.bpmn";
    private static final String TOKEN = "/operations/deployments/token";
    private static final String PROCESS = "confirm-mobile";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private SpringProcessEngineConfiguration configuration;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Deployments deployments;

    private Modeler modeler;
    private Client analyst;

    @BeforeEach
    void logIn() {
        people.person(ANALYST, "analysts");
        analyst = Client.withSecret(ANALYST, OpenReviews.PASSWORD, walk.port());
        modeler = Modeler.of(analyst);
        Approval.needed(deployments, false);
    }

    /** The other tests of this app know our diagrams and our administrator only. */
    @AfterEach
    void ourDiagramsAreInForceAgain() {
        people.leaves("admin9810", "camunda-admin");
        Approval.needed(deployments, false);
        assertThat(modeler.deploy(all(OWN, "as it was")).status()).isEqualTo(200);
        Approval.needed(deployments, true);
    }

    @Test
    void theNextApplicationStartsWithTheNewDeadline() {
        Applicant before = walk.known(PEOPLE.next());
        String old = walk.waitingForCode(walk.typed(), before);
        int version = latest().getVersion();

        Reply reply = modeler.deploy("29 minutes", FILE, minutes(29));

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        assertThat(reply.at("/name")).isEqualTo("29 minutes");
        assertThat(reply.at("/source")).isEqualTo("Camunda Modeler");
        assertThat(reply.at("/message")).isEqualTo("A new version is in force. Changed: bpmn/confirm-mobile.bpmn.");
        assertThat(keys(reply))
                .contains("new-user-verification", PROCESS, "appeal")
                .hasSize(8);
        assertThat(latest().getVersion()).isEqualTo(version + 1);
        assertThat(latest().getDeploymentId()).isEqualTo(reply.at("/id"));
        String next = walk.waitingForCode(walk.typed(), walk.known(PEOPLE.next()));
        assertThat(remaining(next)).isBetween(Duration.ofMinutes(28), Duration.ofMinutes(29));
        assertThat(remaining(old)).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(instanceOf(next).getProcessDefinitionId()).isEqualTo(latest().getId());
        assertThat(instanceOf(old).getProcessDefinitionId()).isNotEqualTo(latest().getId());
        // The old one goes on to its end.
        assertThat(walk.typed().submitCode(old, walk.code(before.mobile())).status())
                .isEqualTo(200);
        assertThat(walk.settled(old).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    @Test
    void filesThatAreNotSentAreThoseInForce() {
        modeler.deploy("28 minutes", FILE, minutes(28));
        Reply reply = modeler.deploy(
                "appeal", "appeal.bpmn", OWN.with("appeal.bpmn", "P7D", "P8D").text("appeal.bpmn"));

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        assertThat(repository.getDeploymentResourceNames(reply.at("/id")))
                .containsExactlyInAnyOrderElementsOf(
                        OWN.files().stream().map(file -> file.name()).toList());
        assertThat(deployed(reply.at("/id"), "bpmn/confirm-mobile.bpmn")).isEqualTo(minutes(28));
        assertThat(deployed(reply.at("/id"), "bpmn/appeal.bpmn")).contains("P8D");
        assertThat(deployed(reply.at("/id"), "bpmn/decisions/attempt-limits.dmn"))
                .isEqualTo(OWN.text("attempt-limits.dmn"));
    }

    /** Else the later one would take the other's file from the version before, and so undo it. */
    @Test
    void twoAnalystsAtOnceLoseNothing() {
        String appeal = OWN.with("appeal.bpmn", "P7D", "P9D").text("appeal.bpmn");
        int version = latest().getVersion();

        List<Reply> replies = AtOnce.times(
                2,
                i -> i == 0
                        ? modeler.deploy("11 minutes", FILE, minutes(11))
                        : modeler.deploy("nine days", "appeal.bpmn", appeal));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        assertThat(latest().getVersion()).isEqualTo(version + 2);
        assertThat(deployed(latest().getDeploymentId(), "bpmn/confirm-mobile.bpmn"))
                .isEqualTo(minutes(11));
        assertThat(deployed(latest().getDeploymentId(), "bpmn/appeal.bpmn")).isEqualTo(appeal);
    }

    @Test
    void aBrokenSetIsRefusedWithAllFindingsAndTheOldOneGoesOn() {
        String before = latest().getId();
        long rows = trailRows();
        OwnModels broken = OWN.with(
                        "new-user-verification.bpmn",
                        "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${checkBankCard}\"",
                        "camunda:delegateExpression=\"${checkBankCard}\"")
                .with(FILE, "PT30M", "PT30X");

        Reply reply = modeler.deploy(all(broken, "broken"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.at("/type")).isEqualTo("ParseException");
        assertThat(reply.at("/code")).isEqualTo("DEPLOYMENT_REFUSED");
        assertThat(reply.at("/detail")).isEqualTo("Nothing was deployed, because of 2 faults.");
        // What the Modeler shows.
        assertThat(reply.at("/message"))
                .contains("\"30 minutes\"")
                .contains("New-user verification, \"Check bank card\": this step must be asynchronous before");
        assertThat(reply.body()
                        .at("/details")
                        .path("bpmn/new-user-verification.bpmn")
                        .at("/errors/0/mainElementId")
                        .asText())
                .isEqualTo("CheckBankCard");
        assertThat(reply.body().at("/errors/1/pointer").asText())
                .isEqualTo("bpmn/new-user-verification.bpmn#CheckBankCard");
        assertThat(latest().getId()).isEqualTo(before);
        assertThat(trailRows()).isEqualTo(rows);
        assertThat(remaining(walk.waitingForCode(walk.typed(), walk.known(PEOPLE.next()))))
                .isGreaterThan(Duration.ofMinutes(29));
    }

    @Test
    void whatIsWrongWithNamesIsToldTogetherWithTheRest() {
        Multipart form = Modeler.and(Modeler.form("wrong"), "no-such.bpmn", minutes(30));
        form = Modeler.and(form, "script.js", "alert(1)");
        form = Modeler.and(form, "review.html", "<script>alert(1)</script>");
        form = Modeler.and(form, FILE, OWN.with(FILE, "PT30M", "PT30X").text(FILE));
        form = Modeler.and(form, "bpmn/confirm-mobile.bpmn", minutes(30));

        Reply reply = modeler.deploy(form);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/message"))
                .contains("no-such.bpmn: the application has no file of this name.")
                .contains("script.js: the application has no file of this name.")
                .contains("Its files are ")
                .contains("bpmn/forms/review.html: a form is a program that runs in the reviewers' browsers")
                .contains("bpmn/confirm-mobile.bpmn: it was sent twice.")
                .contains("PT30X");
        assertThat(modeler.deploy(Modeler.form("nothing")).at("/message")).contains("it has no file.");
        assertThat(modeler.deploy(Modeler.form("t").field("tenant-id", "x")).at("/message"))
                .contains("tenant-id: the form has this field, which is not known here");
        assertThat(modeler.deploy("x".repeat(101), FILE, minutes(30)).at("/message"))
                .contains("deployment-name: it has more than 100 characters");
    }

    /** A declaration of a document type could read files of the server, or grow without end. */
    @Test
    void aFileWithADocumentTypeIsRefused() {
        String evil = minutes(29)
                .replaceFirst(
                        "<bpmn:definitions",
                        "<!DOCTYPE d [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><bpmn:definitions")
                .replaceFirst("name=\"30 minutes\"", "name=\"&secret;\"");

        Reply reply = modeler.deploy("evil", FILE, evil);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/message")).contains("this file cannot be read").doesNotContain("hostname");
    }

    @Test
    void nothingChangedIsNoNewVersion() {
        String before = latest().getId();
        long rows = trailRows();

        Reply reply = modeler.deploy(all(OWN, "the same"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/message")).startsWith("Nothing has changed");
        assertThat(reply.at("/id")).isEqualTo(latest().getDeploymentId());
        assertThat(reply.body().at("/deployedProcessDefinitions").isNull()).isTrue();
        assertThat(latest().getId()).isEqualTo(before);
        assertThat(trailRows()).isEqualTo(rows);
    }

    @Test
    void theTrailSaysWhoChangedWhatAndNothingIsTakenFromIt() {
        String replaced = latest().getDeploymentId();
        Reply reply = modeler.deploy("27 minutes", FILE, minutes(27));

        Map<String, Object> row = jdbc.sql("""
                        select c.id, c.by_user, c.name, c.replaces, e.by_user as approved_by, e.ended,
                               (select count(*) from deployment_file f where f.change = c.id) as files,
                               (select string_agg(f.file || ' ' || f.sha256, ',') from deployment_file f
                                where f.change = c.id and f.content is not null) as changed
                        from deployment_change c join deployment_end e on e.change = c.id where e.deployment = ?
                        """).param(reply.at("/id")).query().singleRow();
        assertThat(row)
                .containsEntry("by_user", ANALYST)
                .containsEntry("name", "27 minutes")
                .containsEntry("replaces", replaced)
                .containsEntry("approved_by", ANALYST)
                .containsEntry("ended", "DEPLOYED")
                .containsEntry("files", (long) OWN.files().size());
        assertThat(String.valueOf(row.get("changed"))).matches("bpmn/confirm-mobile\\.bpmn [0-9a-f]{64}");
        for (String table : List.of("deployment_change", "deployment_file", "deployment_end")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
                    .hasMessageContaining("rows of " + table + " are only added");
        }
        assertThatThrownBy(() -> jdbc.sql("update deployment_end set by_user = 'somebody'")
                        .update())
                .hasMessageContaining("only added");
    }

    @Test
    void theModelersQuestionsBeforehandAreAnsweredAndTellNothing() {
        assertThat(analyst.get("/engine-rest/deployment?maxResults=0")
                        .response()
                        .body())
                .isEqualTo("[]");
        assertThat(analyst.get("/engine-rest/deployment").response().body()).isEqualTo("[]");
        assertThat(analyst.get("/engine-rest/version").at("/version")).startsWith("7.24");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /engine-rest/deployment/create",
        "GET, /engine-rest/deployment",
        "GET, /engine-rest/version",
    })
    void nobodyElseIsAdmitted(String method, String path) {
        people.person("reviewer9810", "appeal-review");
        people.person("operator9810", "operators");
        people.person("analyst9812", "analysts");
        Multipart form = Modeler.and(Modeler.form("not allowed"), FILE, minutes(26));
        String before = latest().getId();
        for (String person : List.of("reviewer9810", "operator9810")) {
            assertProblem(
                    send(Client.withSecret(person, OpenReviews.PASSWORD, walk.port()), method, path, form),
                    403,
                    "FORBIDDEN");
        }
        for (Client client : List.of(walk.mall(), walk.accounts())) {
            assertProblem(send(client, method, path, form), 403, "FORBIDDEN");
        }
        assertProblem(send(Client.nobody(walk.port()), method, path, form), 401, "UNAUTHORIZED");
        assertProblem(
                send(Client.withSecret("analyst9812", "Wrong-Password-2026!", walk.port()), method, path, form),
                401,
                "UNAUTHORIZED");
        assertThat(latest().getId()).isEqualTo(before);
        // The same request of an analyst is taken.
        assertThat(send(analyst, method, path, form).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, " + EngineDoor.START,
        "POST, " + EngineDoor.MESSAGE,
        "GET, /engine-rest/deployment/count",
        "GET, /engine-rest/process-definition",
        "GET, /engine-rest/task",
        "DELETE, /engine-rest/deployment/1",
        "POST, /engine-rest/deployment",
        "GET, /engine-rest/deployment/create",
        "POST, /engine-rest/deployment/create/",
        "POST, /engine-rest/deployment/%63reate",
        "GET, /api/v1/verifications/00000000-0000-0000-0000-000000000000",
    })
    void anAnalystReachesNothingElse(String method, String path) {
        people.person("analyst9813", "analysts");
        Client other = Client.withSecret("analyst9813", OpenReviews.PASSWORD, walk.port());
        assertThat(other.get("/engine-rest/version").status()).isEqualTo(200);
        assertThat(other.send(method, path, method.equals("POST") ? "{}" : null, Map.of())
                        .status())
                .isIn(401, 403);
    }

    /** With single sign-on no password is right. */
    @Test
    void aTokenReplacesThePasswordUntilItEnds() {
        people.person("analyst9814", "analysts");
        WebApp page = WebApp.open(walk.port());
        assertThat(page.login("analyst9814", OpenReviews.PASSWORD, "cockpit").status())
                .isEqualTo(200);
        String first = page.post(TOKEN, "{}").at("/token");
        assertThat(first).hasSize(43);
        assertThat(bearer(first).get("/engine-rest/version").status()).isEqualTo(200);
        assertThat(Modeler.of(bearer(first)).deploy(all(OWN, "the same")).at("/message"))
                .startsWith("Nothing has changed");

        String second = page.post(TOKEN, "{}").at("/token");

        assertProblem(bearer(first).get("/engine-rest/version"), 401, "UNAUTHORIZED");
        assertProblem(bearer(second + "x").get("/engine-rest/version"), 401, "UNAUTHORIZED");
        assertThat(bearer(second).get("/engine-rest/version").status()).isEqualTo(200);
        assertThat(bearer(second).get("/engine-rest/task").status()).isIn(401, 403);
        people.leaves("analyst9814", "analysts");
        assertProblem(bearer(second).get("/engine-rest/version"), 403, "FORBIDDEN");
        people.person("analyst9814", "analysts");
        assertThat(bearer(second).get("/engine-rest/version").status()).isEqualTo(200);
        jdbc.sql("update deployment_token set expires_at = now() where user_id = 'analyst9814'")
                .update();
        assertProblem(bearer(second).get("/engine-rest/version"), 401, "UNAUTHORIZED");
    }

    @Test
    void onlyAnalystsGetATokenAndOnlyFromTheirPage() {
        people.person("operator9810", "operators");
        people.person(ANALYST, "analysts");
        WebApp operator = WebApp.open(walk.port());
        operator.login("operator9810", OpenReviews.PASSWORD, "cockpit");
        WebApp page = WebApp.open(walk.port());
        page.login(ANALYST, OpenReviews.PASSWORD, "cockpit");

        assertThat(WebApp.open(walk.port()).post(TOKEN, "{}").status()).isIn(401, 403);
        assertProblem(operator.post(TOKEN, "{}"), 403, "FORBIDDEN");
        assertThat(page.withoutToken().post(TOKEN, "{}").status()).isEqualTo(403);
        assertThat(page.post(TOKEN, "{}").status()).isEqualTo(200);
    }

    /** What the application does at its start: it deploys its own files if they have changed since it did so last. */
    @Test
    void aRestartKeepsWhatAnAnalystHasDeployed() {
        modeler.deploy("15 minutes", FILE, minutes(15));
        String changed = latest().getId();

        ReflectionTestUtils.invokeMethod(configuration, "autoDeployResources", engine);

        assertThat(latest().getId()).isEqualTo(changed);
        // So nobody may use the name by which the application knows its own.
        Reply reply = modeler.deploy(configuration.getDeploymentName(), FILE, minutes(14));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/message")).contains("deployment-name: the application's own deployments have this name.");
    }

    /** The web apps have an API of the engine too. There nobody would record who changed what. */
    @Test
    void peopleDeployNowhereElse() {
        String before = latest().getId();
        people.person("admin9810", "camunda-admin");
        for (String person : List.of(ANALYST, "admin9810")) {
            WebApp app = WebApp.open(walk.port());
            assertThat(app.login(person, OpenReviews.PASSWORD, "cockpit").status())
                    .isEqualTo(200);
            Multipart form = all(OWN.with(FILE, "PT30M", "PT25M"), "beside the door");
            Reply reply = app.send(
                    "POST",
                    "/camunda/api/engine/engine/default/deployment/create",
                    new String(form.bytes(), StandardCharsets.UTF_8),
                    form.contentType());
            assertThat(reply.status()).as(reply.response().body()).isIn(400, 403);
            if (person.startsWith("admin")) {
                assertThat(reply.at("/message")).contains("people deploy at /engine-rest/deployment/create only");
            }
        }
        assertThat(latest().getId()).isEqualTo(before);
    }

    /** The engine counts wrong passwords here as at its web apps, and then takes the right one neither here nor there. */
    @Test
    void guessingLocksTheUser() {
        people.person("analyst9811", "analysts");
        Client right = Client.withSecret("analyst9811", OpenReviews.PASSWORD, walk.port());
        assertThat(right.get("/engine-rest/version").status()).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            Client.withSecret("analyst9811", "Wrong-Password-2026!", walk.port())
                    .get("/engine-rest/version");
        }
        assertThat(right.get("/engine-rest/version").status()).isEqualTo(401);

        identities.unlockUser("analyst9811");

        assertThat(right.get("/engine-rest/version").status()).isEqualTo(200);
    }

    @Test
    void whatIsNoFormOrTooLargeIsRefused() {
        assertProblem(analyst.post(Modeler.CREATE, "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                analyst.upload(Modeler.CREATE, Modeler.form("x"), Map.of("Content-Type", "multipart/form-data")),
                400,
                "MALFORMED_REQUEST");
        assertProblem(modeler.deploy("large", FILE, "x".repeat(5 * 1024 * 1024)), 413, "PAYLOAD_TOO_LARGE");
        assertThat(modeler.deploy("large", FILE, "x".repeat(1024 * 1024 + 1)).at("/message"))
                .contains("confirm-mobile.bpmn: it is larger than 1 MiB.");
        Multipart many = Modeler.form("many");
        for (int i = 0; i < 61; i++) {
            many = Modeler.and(many, "f" + i + ".bpmn", "x");
        }
        assertProblem(modeler.deploy(many), 413, "PAYLOAD_TOO_LARGE");
    }

    private Client bearer(String token) {
        return Client.nobody(walk.port()).with("Authorization", "Bearer " + token);
    }

    private static Reply send(Client client, String method, String path, Multipart form) {
        return method.equals("POST") ? client.upload(path, form) : client.get(path);
    }

    private static Multipart all(OwnModels models, String name) {
        Multipart form = Modeler.form(name);
        for (var file : models.files()) {
            form = Modeler.and(form, file.shortName(), new String(file.bytes(), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String minutes(int minutes) {
        return OWN.with(FILE, "PT30M", "PT" + minutes + "M").text(FILE);
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult();
    }

    private String deployed(String deployment, String file) {
        try (var stream = repository.getResourceAsStream(deployment, file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ProcessInstance instanceOf(String application) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(application)
                .processDefinitionKey(PROCESS)
                .singleResult();
    }

    private Duration remaining(String application) {
        Job deadline = jobs.createJobQuery()
                .processInstanceId(instanceOf(application).getId())
                .activityId("ConfirmationDeadline")
                .singleResult();
        return Duration.between(Instant.now(), deadline.getDuedate().toInstant());
    }

    private static List<String> keys(Reply reply) {
        return StreamSupport.stream(
                        reply.body().at("/deployedProcessDefinitions").spliterator(), false)
                .map((JsonNode definition) -> definition.at("/key").asText())
                .toList();
    }

    private long trailRows() {
        return jdbc.sql("select (select count(*) from deployment_change) + (select count(*) from deployment_end)")
                .query(Long.class)
                .single();
    }
}
