package io.realname.analysis;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Applicant;
import io.realname.app.Approval;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Jobs;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.diagram.OwnModels;
import io.realname.doors.Modeler;
import io.realname.doors.WebApp;
import io.realname.process.deployment.Deployments;
import io.realname.process.history.PassedStepCounts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions, figures, and the move of applications that are under way to another version. */
@RealnameTest
class AnalystsPageTest {

    private static final OwnModels OWN = OwnModels.read();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "confirm-mobile.bpmn";
    private static final String ANALYST = "analyst9920";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Deployments deployments;

    @Autowired
    private PassedStepCounts counts;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    private Modeler modeler;
    private WebApp analyst;
    private WebApp operator;

    @BeforeEach
    void logIn() {
        analyst = loggedIn(ANALYST, "analysts");
        operator = loggedIn("operator9920", "operators");
        modeler = Modeler.of(Client.withSecret(ANALYST, OpenReviews.PASSWORD, walk.port()));
        Approval.needed(deployments, false);
    }

    /** The other tests of this app know our diagrams only. */
    @AfterEach
    void ourDiagramsAreInForceAgain() {
        try {
            assertThat(modeler.deploy("as it was", FILE, OWN.text(FILE)).status())
                    .isEqualTo(200);
        } finally {
            Approval.needed(deployments, true);
        }
    }

    @Test
    void onlyAnalystsAndOperatorsSeeIt() {
        String id = latest("confirm-mobile").getId();
        WebApp reviewer = loggedIn("reviewer9920", "senior-review");
        for (String path : new String[] {
            "/diagrams/versions",
            "/diagrams/file?id=" + id,
            figures(id),
            "/diagrams/migration?source=" + id + "&target=" + id
        }) {
            assertThat(WebApp.open(walk.port()).get(path).status()).as(path).isEqualTo(401);
            assertThat(reviewer.get(path).status()).as(path).isEqualTo(403);
            assertThat(walk.mall().get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(reviewer.post("/diagrams/migration", move(id, id)).status()).isEqualTo(403);
        assertThat(analyst.get("/diagrams/versions").status()).isEqualTo(200);
        assertThat(operator.get("/diagrams/versions").status()).isEqualTo(200);
        assertThat(analyst.get("/diagrams/other").status()).isEqualTo(403);
    }

    @Test
    void eachVersionSaysWhoBroughtItAndHowManyAreUnderWay() {
        String waiting = walk.waitingForCode(walk.typed(), walk.known(Applicant.number(9920)));
        String before = instance(waiting).getProcessDefinitionId();
        assertThat(modeler.deploy("24 minutes", FILE, minutes(24)).status()).isEqualTo(200);

        JsonNode versions = model("diagrams", "confirm-mobile").at("/versions");

        assertThat(versions.at("/0/id").asText())
                .isEqualTo(latest("confirm-mobile").getId());
        assertThat(versions.at("/0/analyst").asText()).isEqualTo(ANALYST);
        assertThat(versions.at("/0/running").asLong()).isZero();
        JsonNode old = StreamSupport.stream(versions.spliterator(), false)
                .filter(version -> version.at("/id").asText().equals(before))
                .findFirst()
                .orElseThrow();
        assertThat(old.at("/running").asLong()).isPositive();
        assertThat(versions.get(versions.size() - 1).hasNonNull("analyst")).isFalse();
        assertThat(model("tables", "attempt-limits").at("/versions")).isNotEmpty();
        assertThat(analyst.get("/diagrams/file?id=" + old.at("/id").asText())
                        .response()
                        .body())
                .isEqualTo(OWN.text(FILE));
        assertProblem(analyst.get("/diagrams/file?id=nothing"), 404, "NOT_FOUND");
        assertProblem(analyst.get(figures("nothing")), 404, "NOT_FOUND");
    }

    @Test
    void figuresTellTheWayTheSharesAndWhoWaits() {
        assertThat(modeler.deploy("23 minutes", FILE, minutes(23)).status()).isEqualTo(200);
        walk.verified(walk.typed(), Applicant.number(9921));
        Applicant slow = Applicant.number(9922);
        String waiting = walk.waitingForCode(walk.typed(), walk.known(slow));
        walk.typed().submitCode(waiting, Walk.not(walk.code(slow.mobile())));
        counts.count();

        JsonNode confirm =
                analyst.get(figures(latest("confirm-mobile").getId())).body();

        assertThat(confirm.at("/started").asLong()).isEqualTo(2);
        assertThat(one(confirm.at("/steps"), "VerifyMobileCode").at("/passed").asLong())
                .isEqualTo(2);
        assertThat(one(confirm.at("/steps"), "MobileCodeSubmitted")
                        .at("/passed")
                        .asLong())
                .isEqualTo(3);
        assertThat(one(confirm.at("/steps"), "MobileCodeSubmitted")
                        .at("/waiting")
                        .asLong())
                .isEqualTo(1);
        assertThat(one(confirm.at("/steps"), "MobileCodeSubmitted")
                        .at("/medianMs")
                        .asLong())
                .isBetween(1L, 60_000L);
        assertThat(one(confirm.at("/flows"), "CodeRightGatewayToCodeRight")
                        .at("/share")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(one(confirm.at("/flows"), "CodeRightGatewayToCodeToEnter")
                        .at("/times")
                        .asLong())
                .isEqualTo(1);
        // From the subprocess on: its last step was left for it.
        assertThat(one(confirm.at("/flows"), "EnterCodeToMobileConfirmed")
                        .at("/times")
                        .asLong())
                .isEqualTo(1);

        JsonNode whole =
                analyst.get(figures(latest("new-user-verification").getId())).body();

        assertThat(texts(whole.at("/way")))
                .startsWith("ApplicationSubmitted", "RegisterApplication")
                .contains("ConfirmMobile", "CheckBankCard")
                .endsWith("Verified");
        assertThat(one(whole.at("/flows"), "ReserveBankCardCheckToCheckBankCard")
                        .at("/times")
                        .asLong())
                .isPositive();
        assertThat(one(whole.at("/steps"), "Verified").at("/end").asBoolean()).isTrue();
    }

    @Test
    void aRunningApplicationEndsOnTheVersionItWasMovedTo() {
        Applicant applicant = Applicant.number(9923);
        String application = walk.waitingForCode(walk.typed(), walk.known(applicant));
        String source = instance(application).getProcessDefinitionId();
        assertThat(modeler.deploy("22 minutes", FILE, minutes(22)).status()).isEqualTo(200);
        String target = latest("confirm-mobile").getId();

        JsonNode outlook = operator.get("/diagrams/migration?source=" + source + "&target=" + target)
                .body();
        assertThat(outlook.at("/places")).anySatisfy(place -> {
            assertThat(place.at("/step").asText()).isEqualTo("MobileCodeSubmitted");
            assertThat(place.at("/name").asText()).isEqualTo("Mobile code submitted");
            assertThat(place.at("/movable").asBoolean()).isTrue();
        });
        assertThat(instance(application).getProcessDefinitionId()).isEqualTo(source);
        assertThat(operator.withoutToken()
                        .post("/diagrams/migration", move(source, target))
                        .status())
                .isEqualTo(403);
        assertThat(analyst.post("/diagrams/migration", move(source, target)).status())
                .as("where a second person approves")
                .isEqualTo(403);
        assertProblem(
                operator.post(
                        "/diagrams/migration", move(source, latest("appeal").getId())),
                400,
                "MALFORMED_REQUEST",
                "/target",
                "OTHER_DIAGRAM");

        Reply moved = operator.post("/diagrams/migration", move(source, target));

        assertThat(moved.status()).as(moved.response().body()).isEqualTo(200);
        assertThat(Integer.parseInt(moved.at("/moved"))).isPositive();
        assertThat(instance(application).getProcessDefinitionId()).isEqualTo(target);
        assertThat(jdbc.sql("select by_user from application_move where source = ? and target = ?")
                        .params(source, target)
                        .query(String.class)
                        .list())
                .containsOnly("operator9920");
        assertThat(walk.typed()
                        .submitCode(application, walk.code(applicant.mobile()))
                        .status())
                .isIn(200, 204);
        assertThat(walk.settled(application).at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(jdbc.sql("select definition from passed_steps where entered like '%MobileConfirmed%'"
                                + " and instance in (select instance from passed_steps where definition = ?)")
                        .param(source)
                        .query(String.class)
                        .list())
                .contains(target);
    }

    @Test
    void whatTheOtherVersionDoesNotHaveStays() {
        assertThat(modeler.deploy("a pause", FILE, withPause()).status()).isEqualTo(200);
        Applicant applicant = Applicant.number(9924);
        String application = walk.started(walk.typed(), walk.known(applicant));
        await().until(() -> instance(application) != null
                && runtime.getActiveActivityIds(instance(application).getId()).contains("Pause"));
        String source = instance(application).getProcessDefinitionId();
        assertThat(modeler.deploy("no pause", FILE, OWN.text(FILE)).status()).isEqualTo(200);
        String target = latest("confirm-mobile").getId();

        JsonNode place = StreamSupport.stream(
                        operator.get("/diagrams/migration?source=" + source + "&target=" + target)
                                .body()
                                .at("/places")
                                .spliterator(),
                        false)
                .filter(one -> one.at("/step").asText().equals("Pause"))
                .findFirst()
                .orElseThrow();
        assertThat(place.at("/movable").asBoolean()).isFalse();
        assertThat(place.at("/reason").asText()).isEqualTo("STEP_IS_GONE");

        Reply moved = operator.post("/diagrams/migration", move(source, target));

        assertThat(moved.at("/moved")).isEqualTo("0");
        assertThat(moved.at("/left")).isEqualTo("1");
        assertThat(instance(application).getProcessDefinitionId()).isEqualTo(source);
        jobs.fire(application, "Pause");
        assertThat(walk.typed()
                        .submitCode(application, walk.awaitedCode(application, applicant))
                        .status())
                .isIn(200, 204);
        assertThat(walk.settled(application).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    private WebApp loggedIn(String login, String group) {
        people.person(login, group);
        WebApp app = WebApp.open(walk.port());
        assertThat(app.login(login, OpenReviews.PASSWORD, group.endsWith("-review") ? "tasklist" : "cockpit")
                        .status())
                .isEqualTo(200);
        return app;
    }

    private ProcessDefinition latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    /** The part of the application that confirms the mobile number. */
    private ProcessInstance instance(String application) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(application)
                .processDefinitionKey("confirm-mobile")
                .singleResult();
    }

    private JsonNode model(String kind, String key) {
        return StreamSupport.stream(
                        analyst.get("/diagrams/versions").body().at("/" + kind).spliterator(), false)
                .filter(model -> model.at("/key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode one(JsonNode list, String id) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.at("/id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String figures(String id) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return "/diagrams/figures?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "&first=" + today.minusDays(1)
                + "&last=" + today;
    }

    private static String move(String source, String target) {
        return JSON.createObjectNode()
                .put("source", source)
                .put("target", target)
                .toString();
    }

    /** Waits a minute between the message and the code. */
    private static String withPause() {
        return OWN.with(
                        FILE,
                        "sourceRef=\"SmsAcceptedGateway\" targetRef=\"EnterCode\"",
                        "sourceRef=\"SmsAcceptedGateway\" targetRef=\"Pause\"")
                .with(
                        FILE,
                        "<bpmn:incoming>SmsAcceptedGatewayToEnterCode</bpmn:incoming>",
                        "<bpmn:incoming>PauseToEnterCode</bpmn:incoming>")
                .with(FILE, "<bpmn:endEvent id=\"SmsLimitReached\"", """
                        <bpmn:intermediateCatchEvent id="Pause" name="A minute later">
                          <bpmn:incoming>SmsAcceptedGatewayToEnterCode</bpmn:incoming>
                          <bpmn:outgoing>PauseToEnterCode</bpmn:outgoing>
                          <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1M</bpmn:timeDuration></bpmn:timerEventDefinition>
                        </bpmn:intermediateCatchEvent>
                        <bpmn:sequenceFlow id="PauseToEnterCode" sourceRef="Pause" targetRef="EnterCode" />
                        <bpmn:endEvent id="SmsLimitReached\"""")
                .with(FILE, "</bpmndi:BPMNPlane>", """
                        <bpmndi:BPMNShape id="p1" bpmnElement="Pause"><dc:Bounds x="610" y="302" width="36" height="36" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="p2" bpmnElement="PauseToEnterCode"><di:waypoint x="646" y="320" /><di:waypoint x="670" y="320" /></bpmndi:BPMNEdge>
                        </bpmndi:BPMNPlane>""")
                .text(FILE);
    }

    private static String minutes(int minutes) {
        return OWN.with(FILE, "PT30M", "PT" + minutes + "M").text(FILE);
    }
}
