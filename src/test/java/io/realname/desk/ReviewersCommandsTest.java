package io.realname.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What reviewers may send to the engine in addition to claims: their decision, and nothing else. */
@RealnameTest
class ReviewersCommandsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String REVIEWER = "decider8210";
    private static final String NONE = "{\"type\":\"String\",\"value\":\"none\"}";
    private static final String OTHER = "decider8211";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private RuntimeService runtime;

    private WebApp tasklist;

    @BeforeEach
    void logIn() {
        reviews.person(REVIEWER, "appeal-review");
        reviews.person(OTHER, "appeal-review");
        tasklist = reviews.loggedIn(walk.port(), REVIEWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void whoHoldsATaskDecidesIt(String route) {
        String task = claimed(application(route.equals("complete") ? 8210 : 8211));

        Reply decided = tasklist.post(ENGINE + "/task/" + task + "/" + route, decision("ASK"));

        assertThat(decided.status()).as(decided.response().body()).isEqualTo(204);
        assertThat(reviews.isOpen(task)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void nobodyDecidesWhatTheyDoNotHold(String route) {
        String task = reviews.task("appeal-review");

        assertThat(tasklist.post(ENGINE + "/task/" + task + "/" + route, decision("ASK"))
                        .status())
                .as("unclaimed")
                .isEqualTo(422);
        claim(task);
        Reply colleague =
                reviews.loggedIn(walk.port(), OTHER).post(ENGINE + "/task/" + task + "/" + route, decision("ASK"));
        assertThat(colleague.status()).isEqualTo(422);
        assertThat(colleague.at("/type")).isEqualTo("TASK_NOT_CLAIMED");
        assertThat(colleague.at("/message")).startsWith("Please claim");
        assertThat(reviews.isOpen(task)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | Please decide",
                "{\"decision\":{\"type\":\"String\",\"value\":\"REJECT\",\"valueInfo\":{\"transient\":true}}} | reason",
                "{\"decision\":{\"type\":\"String\",\"value\":\"ASK\",\"valueInfo\":{\"transient\":true}}} | evidence",
                "{\"decision\":{\"type\":\"String\",\"value\":\"APPROVE\"}} | transient",
                "{\"decision\":{\"type\":\"Integer\",\"value\":1,\"valueInfo\":{\"transient\":true}}} | type",
                "{\"reviewGroup\":{\"type\":\"String\",\"value\":\"x\",\"valueInfo\":{\"transient\":true}}} | unknown field"
            })
    void aDecisionThatIsNoneIsRefusedInWords(String variables, String word) {
        String task = claimedTask(reviews.task("appeal-review"));

        for (String route : List.of("complete", "submit-form")) {
            Reply refused = tasklist.post(ENGINE + "/task/" + task + "/" + route, "{\"variables\":" + variables + "}");
            assertThat(refused.status()).as(refused.response().body()).isEqualTo(422);
            assertThat(refused.at("/type")).isEqualTo("INVALID_APPLICATION");
            assertThat(refused.at("/message")).contains(word);
        }
        assertThat(reviews.isOpen(task)).isTrue();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(reviews.reviewOf(task))
                        .variableName("decision")
                        .count())
                .isZero();
    }

    @Test
    void nobodyClaimsWhatTheyAreAPartyTo() {
        Applicant applicant = Applicant.number(8212);
        String task =
                reviews.task("appeal-review", walk.started(Entrance.TYPED.of(walk.mall()), walk.known(applicant)));
        assertThat(walk.accounts()
                        .put(
                                "/api/v1/accounts/" + applicant.account(),
                                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\",\"staff\":\"" + REVIEWER + "\"}")
                        .status())
                .isEqualTo(200);

        Reply refused = claim(task);

        assertThat(refused.status()).as(refused.response().body()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("REVIEWER_IS_PARTY");
        assertThat(refused.at("/message")).startsWith("You filed this application or hold");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /variables/decision | {\"type\":\"String\",\"value\":\"APPROVE\"}",
                "PUT | /localVariables/decision | {\"type\":\"String\",\"value\":\"APPROVE\"}",
                "POST | /variables | {\"modifications\":{\"decision\":{\"type\":\"String\",\"value\":\"APPROVE\"}}}",
                "DELETE | /variables/reviewGroup | ''",
                "GET | /variables | ''",
                "GET | /form-variables | ''",
                "GET | /localVariables | ''",
                "PUT | '' | {\"assignee\":\"decider8211\",\"priority\":1}",
                "POST | /delegate | {\"userId\":\"decider8211\"}",
                "POST | /resolve | {\"variables\":{}}",
                "POST | /bpmnError | {\"errorCode\":\"x\"}",
                "POST | /bpmnEscalation | {\"escalationCode\":\"x\"}",
                "POST | /identity-links | {\"groupId\":\"senior-review\",\"type\":\"candidate\"}",
                "POST | /identity-links/delete | {\"groupId\":\"appeal-review\",\"type\":\"candidate\"}",
                "POST | /comment/create | {\"message\":\"seen\"}",
                "GET | /comment | ''",
                "GET | /attachment | ''",
                "DELETE | '' | ''",
                "POST | /complete | {\"withVariablesInReturn\":true,\"variables\":{}}"
            })
    void nothingElseIsDoneToATask(String method, String path, String body) {
        String task = claimedTask(reviews.task("appeal-review"));

        Reply refused = tasklist.send(method, ENGINE + "/task/" + task + path, body, "application/json");

        assertThat(refused.status()).as(refused.response().body()).isEqualTo(403);
        assertThat(reviews.assignee(task)).isEqualTo(REVIEWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /filter/create | {\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}",
                "POST | /task/create | {\"name\":\"x\"}",
                "GET | /process-instance | ''",
                "GET | /variable-instance | ''",
                "GET | /history/task | ''",
                "GET | /history/process-instance | ''",
                "GET | /history/user-operation | ''",
                "GET | /incident | ''",
                "GET | /job | ''",
                "GET | /task/report/candidate-group-count | ''",
                "POST | /message | {\"messageName\":\"ApplicationWithdrawn\",\"businessKey\":\"x\"}",
                "POST | /process-definition/key/review-by-people/start | {\"businessKey\":\"x\"}",
                "GET | /process-definition/key/review-by-people/xml | ''",
                "GET | /deployment | ''"
            })
    void nothingElseIsDoneAtAll(String method, String path, String body) {
        assertThat(tasklist.send(method, ENGINE + path, body, "application/json")
                        .status())
                .isIn(403, 404);
    }

    /** Two people speak about a case by its number. */
    @Test
    void aTaskIsFoundByTheNumberOfItsCase() {
        String application = application(8218);
        String task = reviews.task("appeal-review", application);
        reviews.task("appeal-review");
        String number = CaseNumber.of(UUID.fromString(application)).value();
        String all = tasklist.get(ENGINE + "/filter?resourceType=Task&nameLike=My%20groups%25")
                .at("/0/id");

        Reply found = tasklist.post(ENGINE + "/filter/" + all + "/list", "{\"nameLike\":\"%" + number + "%\"}");

        assertThat(found.body()).hasSize(1);
        assertThat(found.at("/0/id")).isEqualTo(task);
    }

    @Test
    void reviewersReadFiltersAndChangeNone() {
        Reply filters = tasklist.get(ENGINE + "/filter?resourceType=Task");

        assertThat(filters.body()).hasSize(5);
        String path = ENGINE + "/filter/" + filters.at("/0/id");
        String changed = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}";
        assertThat(tasklist.send("PUT", path, changed, "application/json").status())
                .isEqualTo(403);
        assertThat(tasklist.send("DELETE", path, "", "application/json").status())
                .isEqualTo(403);
        assertThat(tasklist.get(path + "/list").status()).isEqualTo(200);
    }

    /** The guide says that a group with another name needs the same grants, and no more. */
    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void aGroupOfAnotherNameDecidesAndDoesNothingElse(String route) {
        reviews.group("fraud-review");
        reviews.person("fraud8210", "fraud-review");
        WebApp other = reviews.loggedIn(walk.port(), "fraud8210");
        String task = reviews.task("fraud-review", application(route.equals("complete") ? 8213 : 8214));
        String path = ENGINE + "/task/" + task;
        assertThat(other.post(path + "/claim", "{\"userId\":\"fraud8210\"}").status())
                .isEqualTo(204);

        assertRefusesMoreThanABallot(other, path + "/" + route);
        assertThat(other.send("PUT", path + "/variables/secondReviewGroup", NONE, "application/json")
                        .status())
                .isEqualTo(403);
        assertThat(other.post(path + "/bpmnEscalation", "{\"escalationCode\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(other.get(ENGINE + "/process-instance").status()).isEqualTo(403);
        assertThat(other.post(path + "/" + route, decision("ASK")).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void anAdministratorWhoDecidesGivesABallotAsWell(String route) {
        String task = reviews.task("appeal-review");
        String path = ENGINE + "/task/" + task;
        reviews.person("chief8210", "appeal-review");
        reviews.person("chief8210", "camunda-admin");
        WebApp admin = reviews.loggedIn(walk.port(), "chief8210");
        assertThat(admin.post(path + "/assignee", "{\"userId\":\"chief8210\"}").status())
                .isEqualTo(204);

        assertRefusesMoreThanABallot(admin, path + "/" + route);
    }

    /** Administrators may assign tasks, but the assigned person must be a member of the group. */
    @Test
    void anAdministratorAssignsToMembersOfTheGroupOnly() {
        reviews.person("senior8210", "senior-review");
        String task = reviews.task("appeal-review");
        WebApp admin = WebApp.open(walk.port());
        assertThat(admin.login("admin", "Cockpit-Demo-2026").status()).isEqualTo(200);

        Reply refused = admin.post(ENGINE + "/task/" + task + "/assignee", "{\"userId\":\"senior8210\"}");

        assertThat(refused.status()).as(refused.response().body()).isEqualTo(422);
        assertThat(refused.at("/type")).isEqualTo("REVIEWER_NOT_IN_GROUP");
        assertThat(refused.at("/message")).contains("not in a group");
    }

    /** A gateway would read the variable in both cases. */
    private void assertRefusesMoreThanABallot(WebApp holder, String path) {
        for (String transience : List.of("true", "false")) {
            Reply refused = holder.post(path, """
                    {"variables":{"decision":{"type":"String","value":"APPROVE","valueInfo":{"transient":true}},
                     "secondReviewGroup":{"type":"String","value":"none","valueInfo":{"transient":%s}}}}
                    """.formatted(transience));
            assertThat(refused.status()).as(refused.response().body()).isEqualTo(422);
            assertThat(refused.at("/message")).contains("unknown field");
        }
    }

    private String application(int number) {
        return walk.started(Entrance.TYPED.of(walk.mall()), walk.known(Applicant.number(number)));
    }

    private String claimed(String application) {
        return claimedTask(reviews.task("appeal-review", application));
    }

    private String claimedTask(String task) {
        assertThat(claim(task).status()).isEqualTo(204);
        return task;
    }

    private Reply claim(String task) {
        return tasklist.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + REVIEWER + "\"}");
    }

    private static String decision(String decision) {
        return "{\"variables\":{\"decision\":" + variable(decision) + ",\"answer\":" + variable("More, please") + "}}";
    }

    private static String variable(String value) {
        return "{\"type\":\"String\",\"value\":\"" + value + "\",\"valueInfo\":{\"transient\":true}}";
    }
}
