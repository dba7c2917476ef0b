package io.realname.operations;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.app.Approval;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.diagram.OwnModels;
import io.realname.doors.Modeler;
import io.realname.doors.WebApp;
import io.realname.process.deployment.Deployments;
import io.realname.process.deployment.DeploymentsProperties;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** What an analyst deploys counts only after a second person has approved it. */
@RealnameTest
class ProposalsTest {

    private static final OwnModels OWN = OwnModels.read();
    private static final String PATH = "/operations/deployments";
    private static final String ANALYST = "analyst9820";
    private static final String FILE = "confirm-mobile.bpmn";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Deployments deployments;

    private Modeler modeler;
    private WebApp proposer;
    private WebApp colleague;
    private WebApp operator;

    @BeforeEach
    void logIn() {
        people.person(ANALYST, "analysts");
        people.person("analyst9821", "analysts");
        modeler = Modeler.of(Client.withSecret(ANALYST, OpenReviews.PASSWORD, walk.port()));
        proposer = OperatorsDesk.loggedIn(walk.port(), ANALYST, OpenReviews.PASSWORD);
        colleague = OperatorsDesk.loggedIn(walk.port(), "analyst9821", OpenReviews.PASSWORD);
        operator = OperatorsDesk.operator(people, walk.port(), "operator9820");
    }

    /** The other tests of this app know our diagrams only. */
    @AfterEach
    void ourDiagramsAreInForceAgain() {
        Approval.needed(deployments, false);
        try {
            assertThat(modeler.deploy("as it was", FILE, OWN.text(FILE)).status())
                    .isEqualTo(200);
        } finally {
            Approval.needed(deployments, true);
        }
        shown().forEach(change -> proposer.post(PATH + "/" + change.at("/id").asText() + "/refusal", "{}"));
    }

    @Test
    void approvalIsNeededUnlessItIsSwitchedOff() {
        assertThat(new DeploymentsProperties(true)).isEqualTo(ReflectionTestUtils.getField(deployments, "settings"));
    }

    @Test
    void aSecondPersonApproves() {
        String before = latest().getId();

        Reply proposed = modeler.deploy("24 minutes", FILE, minutes(24));

        assertThat(proposed.status()).isEqualTo(202);
        assertThat(proposed.at("/message")).startsWith("Not in force yet: a second person approves it");
        assertThat(proposed.body().at("/deployedProcessDefinitions").isNull()).isTrue();
        assertThat(latest().getId()).isEqualTo(before);
        JsonNode change = shownTo(operator, proposed.at("/id"));
        assertThat(change.at("/by").asText()).isEqualTo(ANALYST);
        assertThat(change.at("/name").asText()).isEqualTo("24 minutes");
        assertThat(change.at("/changed")).hasSize(1);
        assertThat(change.at("/changed/0").asText()).isEqualTo("bpmn/confirm-mobile.bpmn");
        assertThat(change.at("/own").asBoolean()).isFalse();
        assertThat(change.at("/overtaken").asBoolean()).isFalse();

        Reply approved = operator.post(PATH + "/" + proposed.at("/id") + "/approval", "{}");

        assertThat(approved.status()).as(approved.response().body()).isEqualTo(200);
        assertThat(latest().getDeploymentId()).isEqualTo(approved.at("/deployment"));
        assertThat(inForce()).isEqualTo(minutes(24));
        assertThat(jdbc.sql("""
                        select c.by_user, e.by_user as approved_by, e.ended, e.deployment
                        from deployment_change c join deployment_end e on e.change = c.id where c.id = ?
                        """)
                        .param(UUID.fromString(proposed.at("/id")))
                        .query()
                        .singleRow())
                .isEqualTo(Map.of(
                        "by_user",
                        ANALYST,
                        "approved_by",
                        "operator9820",
                        "ended",
                        "DEPLOYED",
                        "deployment",
                        approved.at("/deployment")));
        assertThat(shown()).noneMatch(open -> open.at("/id").asText().equals(proposed.at("/id")));
        assertProblem(colleague.post(PATH + "/" + proposed.at("/id") + "/approval", "{}"), 409, "PROPOSAL_DECIDED");
    }

    @Test
    void nobodyApprovesTheirOwnChangeAndAnotherAnalystMay() {
        String before = latest().getId();
        String id = modeler.deploy("23 minutes", FILE, minutes(23)).at("/id");

        assertThat(shownTo(proposer, id).at("/own").asBoolean()).isTrue();
        assertProblem(proposer.post(PATH + "/" + id + "/approval", "{}"), 403, "PROPOSAL_IS_OWN");
        assertThat(latest().getId()).isEqualTo(before);

        assertThat(colleague.post(PATH + "/" + id + "/approval", "{}").status()).isEqualTo(200);
        assertThat(latest().getId()).isNotEqualTo(before);
    }

    @Test
    void whoPressesTheButtonTwiceProposesOnce() {
        String first = modeler.deploy("22 minutes", FILE, minutes(22)).at("/id");

        assertThat(modeler.deploy("22 minutes", FILE, minutes(22)).at("/id")).isEqualTo(first);
        assertThat(modeler.deploy("21 minutes", FILE, minutes(21)).at("/id")).isNotEqualTo(first);
    }

    @Test
    void aChangeOfAnOlderVersionIsNotApproved() {
        String first = modeler.deploy("20 minutes", FILE, minutes(20)).at("/id");
        String second = modeler.deploy("19 minutes", FILE, minutes(19)).at("/id");
        assertThat(operator.post(PATH + "/" + first + "/approval", "{}").status())
                .isEqualTo(200);

        assertThat(shownTo(operator, second).at("/overtaken").asBoolean()).isTrue();
        assertProblem(operator.post(PATH + "/" + second + "/approval", "{}"), 409, "PROPOSAL_OVERTAKEN");

        assertThat(inForce()).isEqualTo(minutes(20));
        assertThat(operator.post(PATH + "/" + second + "/refusal", "{}").status())
                .isEqualTo(204);
        assertThat(shown()).noneMatch(open -> open.at("/id").asText().equals(second));
    }

    @Test
    void whatIsDeclinedNeverCounts() {
        String before = latest().getId();
        String id = modeler.deploy("18 minutes", FILE, minutes(18)).at("/id");

        assertThat(colleague.post(PATH + "/" + id + "/refusal", "{}").status()).isEqualTo(204);

        assertProblem(operator.post(PATH + "/" + id + "/approval", "{}"), 409, "PROPOSAL_DECIDED");
        assertThat(latest().getId()).isEqualTo(before);
        assertProblem(operator.post(PATH + "/" + UUID.randomUUID() + "/approval", "{}"), 404, "NOT_FOUND");
    }

    @Test
    void aBrokenChangeIsNotEvenProposed() {
        int before = shown().size();

        Reply reply =
                modeler.deploy("broken", FILE, OWN.with(FILE, "PT30M", "PT30X").text(FILE));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/message")).contains("PT30X");
        assertThat(shown()).hasSize(before);
    }

    /** As if the rules had become stricter: the stored file breaks one. */
    @Test
    void theRulesAreCheckedAgainAtTheApproval() {
        String before = latest().getId();
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into deployment_change (id, at, by_user, name, replaces) values (?, now(), ?, 'old', ?)")
                .param(id)
                .param(ANALYST)
                .param(latest().getDeploymentId())
                .update();
        jdbc.sql("insert into deployment_file (change, file, sha256, content) values (?, ?, '', ?)")
                .param(id)
                .param("bpmn/" + FILE)
                .param(OWN.with(FILE, "PT30M", "PT30X").text(FILE).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .update();

        Reply reply = operator.post(PATH + "/" + id + "/approval", "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("DEPLOYMENT_REFUSED");
        assertThat(reply.at("/errors/0/detail")).contains("PT30X");
        assertThat(latest().getId()).isEqualTo(before);
    }

    @Test
    void bothFilesCanBeStoredToBeCompared() {
        String id = modeler.deploy("17 minutes", FILE, minutes(17)).at("/id");
        String file = PATH + "/" + id + "/file?name=bpmn/" + FILE;

        Reply proposed = operator.get(file);

        assertThat(proposed.response().body()).isEqualTo(minutes(17));
        assertThat(proposed.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + FILE + "\"");
        assertThat(operator.get(file + "&inForce=true").response().body()).isEqualTo(OWN.text(FILE));
        assertProblem(operator.get(PATH + "/" + id + "/file?name=bpmn/appeal.bpmn"), 404, "NOT_FOUND");
    }

    @Test
    void onlyOperatorsAndAnalystsAreAdmittedAndOnlyFromTheirPage() {
        String id = modeler.deploy("16 minutes", FILE, minutes(16)).at("/id");
        people.person("reviewer9820", "appeal-review");
        WebApp reviewer = people.loggedIn(walk.port(), "reviewer9820");
        for (WebApp somebody : List.of(WebApp.open(walk.port()), reviewer)) {
            assertThat(somebody.get(PATH).status()).isIn(401, 403);
            assertThat(somebody.get(PATH + "/" + id + "/file?name=bpmn/" + FILE).status())
                    .isIn(401, 403);
            assertThat(somebody.post(PATH + "/" + id + "/approval", "{}").status())
                    .isIn(401, 403);
            assertThat(somebody.post(PATH + "/" + id + "/refusal", "{}").status())
                    .isIn(401, 403);
        }
        for (String decision : List.of("/approval", "/refusal")) {
            assertThat(operator.withoutToken()
                            .post(PATH + "/" + id + decision, "{}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(shownTo(operator, id).at("/overtaken").asBoolean()).isFalse();
        // An analyst sees changes of the diagrams, and nothing else of the operators' page.
        assertThat(colleague.get("/operations/session").at("/operator")).isEqualTo("false");
        assertThat(operator.get("/operations/session").at("/operator")).isEqualTo("true");
        assertProblem(colleague.get("/operations/payments/lost"), 403, "FORBIDDEN");
        assertProblem(colleague.get("/operations/stopped-jobs"), 403, "FORBIDDEN");
        assertProblem(OperatorsDesk.search(colleague, "anything"), 403, "FORBIDDEN");
    }

    private static String minutes(int minutes) {
        return OWN.with(FILE, "PT30M", "PT" + minutes + "M").text(FILE);
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("confirm-mobile")
                .latestVersion()
                .singleResult();
    }

    private String inForce() {
        try (var stream = repository.getResourceAsStream(latest().getDeploymentId(), "bpmn/" + FILE)) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<JsonNode> shown() {
        return StreamSupport.stream(operator.get(PATH).body().at("/proposals").spliterator(), false)
                .toList();
    }

    private static JsonNode shownTo(WebApp reader, String id) {
        return StreamSupport.stream(reader.get(PATH).body().at("/proposals").spliterator(), false)
                .filter(change -> change.at("/id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
