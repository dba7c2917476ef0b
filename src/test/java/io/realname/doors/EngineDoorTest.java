package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.EngineDoor;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What clients may not use of the engine's own REST: all but two routes, and most of what these could accept. */
@RealnameTest
class EngineDoorTest {

    private static final People PEOPLE = People.of(2000, 2099);
    private static final String ENGINE = "/engine-rest";
    private static final String KEY = ENGINE + "/process-definition/key/new-user-verification";

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcClient jdbc;

    private static Stream<Arguments> startsThatAreRefused() {
        return Stream.of(
                start("no body", body -> body.removeAll(), "/variables", "REQUIRED"),
                start("variables null", body -> body.putNull("variables"), "/variables", "WRONG_TYPE"),
                start("no variable", body -> body.putObject("variables"), "/variables/application", "REQUIRED"),
                start(
                        "a value only",
                        body -> body.withObject("/variables").put("application", "{}"),
                        "/variables/application",
                        "WRONG_TYPE"),
                variable("not transient", v -> v.remove("valueInfo"), "/variables/application", "NOT_TRANSIENT"),
                variable(
                        "transient: false",
                        v -> v.withObject("/valueInfo").put("transient", false),
                        "/variables/application",
                        "NOT_TRANSIENT"),
                variable(
                        "transient as text",
                        v -> v.withObject("/valueInfo").put("transient", "true"),
                        "/variables/application",
                        "NOT_TRANSIENT"),
                variable("valueInfo null", v -> v.putNull("valueInfo"), "/variables/application", "NOT_TRANSIENT"),
                variable("type String", v -> v.put("type", "String"), "/variables/application/type", "WRONG_TYPE"),
                variable("type json", v -> v.put("type", "json"), "/variables/application/type", "WRONG_TYPE"),
                variable("type Object", v -> v.put("type", "Object"), "/variables/application/type", "WRONG_TYPE"),
                variable("type File", v -> v.put("type", "File"), "/variables/application/type", "WRONG_TYPE"),
                variable("no type", v -> v.remove("type"), "/variables/application/type", "WRONG_TYPE"),
                variable("value as object", v -> v.putObject("value"), "/variables/application/value", "WRONG_TYPE"),
                variable("value null", v -> v.putNull("value"), "/variables/application/value", "WRONG_TYPE"),
                variable("no value", v -> v.remove("value"), "/variables/application/value", "REQUIRED"),
                variable("local", v -> v.put("local", true), "", "UNKNOWN_FIELD"),
                start(
                        "another variable",
                        body -> body.withObject("/variables").set("realName", EngineDoor.variable("String", "x")),
                        "",
                        "UNKNOWN_FIELD"),
                start(
                        "a flag of the process",
                        body -> body.withObject("/variables")
                                .set("identityOccupied", EngineDoor.variable("Boolean", "false")),
                        "",
                        "UNKNOWN_FIELD"),
                start(
                        "businessKey",
                        body -> body.put("businessKey", UUID.randomUUID().toString()),
                        "",
                        "UNKNOWN_FIELD"),
                start("caseInstanceId", body -> body.put("caseInstanceId", "1"), "", "UNKNOWN_FIELD"),
                start("withVariablesInReturn", body -> body.put("withVariablesInReturn", true), "", "UNKNOWN_FIELD"),
                start("skipIoMappings", body -> body.put("skipIoMappings", true), "", "UNKNOWN_FIELD"),
                start("skipCustomListeners", body -> body.put("skipCustomListeners", true), "", "UNKNOWN_FIELD"),
                start(
                        "startInstructions",
                        body -> body.putArray("startInstructions")
                                .addObject()
                                .put("type", "startBeforeActivity")
                                .put("activityId", "BindIdentity"),
                        "",
                        "UNKNOWN_FIELD"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("startsThatAreRefused")
    void aStartCarriesTheApplicationAndNothingElse(
            String what, Consumer<ObjectNode> spoil, String pointer, String code) {
        Applicant applicant = walk.known(PEOPLE.next());
        ObjectNode body = EngineDoor.startOf(applicant.application().toString());
        spoil.accept(body);
        Stored before = Stored.in(jdbc);

        Reply reply = walk.mall().post(EngineDoor.START, body);

        assertProblem(reply, 400, "MALFORMED_REQUEST", pointer, code);
        Problems.assertNothingPersonalIn(reply, applicant);
        before.nothingSince(jdbc);
    }

    private static Stream<Arguments> messagesThatAreRefused() {
        return Stream.of(
                message("no name", body -> body.remove("messageName"), "/messageName", "REQUIRED"),
                message("unknown name", body -> body.put("messageName", "Anything"), "/messageName", "UNKNOWN_MESSAGE"),
                message("a number as name", body -> body.put("messageName", 1), "/messageName", "WRONG_TYPE"),
                message("no business key", body -> body.remove("businessKey"), "/businessKey", "REQUIRED"),
                message("business key null", body -> body.putNull("businessKey"), "/businessKey", "WRONG_TYPE"),
                message("no variables", body -> body.remove("processVariables"), "/processVariables", "REQUIRED"),
                message("no code", body -> body.putObject("processVariables"), "/processVariables/code", "REQUIRED"),
                message(
                        "code stored",
                        body -> body.withObject("/processVariables/code").remove("valueInfo"),
                        "/processVariables/code",
                        "NOT_TRANSIENT"),
                message(
                        "code as number",
                        body -> body.withObject("/processVariables/code")
                                .put("type", "Integer")
                                .put("value", 123456),
                        "/processVariables/code/type",
                        "WRONG_TYPE"),
                message(
                        "another variable",
                        body -> body.withObject("/processVariables")
                                .set("codeResult", EngineDoor.variable("String", "RIGHT")),
                        "",
                        "UNKNOWN_FIELD"),
                message("processVariablesLocal", body -> body.putObject("processVariablesLocal"), "", "UNKNOWN_FIELD"),
                message(
                        "processVariablesToTriggeredScope",
                        body -> body.putObject("processVariablesToTriggeredScope"),
                        "",
                        "UNKNOWN_FIELD"),
                message("correlationKeys", body -> body.putObject("correlationKeys"), "", "UNKNOWN_FIELD"),
                message("localCorrelationKeys", body -> body.putObject("localCorrelationKeys"), "", "UNKNOWN_FIELD"),
                message("all", body -> body.put("all", true), "", "UNKNOWN_FIELD"),
                message("processInstanceId", body -> body.put("processInstanceId", "1"), "", "UNKNOWN_FIELD"),
                message("tenantId", body -> body.put("tenantId", "1"), "", "UNKNOWN_FIELD"),
                message("withoutTenantId", body -> body.put("withoutTenantId", true), "", "UNKNOWN_FIELD"),
                message("resultEnabled", body -> body.put("resultEnabled", true), "", "UNKNOWN_FIELD"),
                message(
                        "variablesInResultEnabled",
                        body -> body.put("variablesInResultEnabled", true),
                        "",
                        "UNKNOWN_FIELD"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messagesThatAreRefused")
    void aMessageCarriesItsOneVariableAndNothingElse(
            String what, Consumer<ObjectNode> spoil, String pointer, String code) {
        ObjectNode body =
                EngineDoor.message("MobileCodeSubmitted", UUID.randomUUID().toString());
        body.putObject("processVariables").set("code", EngineDoor.variable("String", "123456"));
        spoil.accept(body);

        assertProblem(walk.mall().post(EngineDoor.MESSAGE, body), 400, "MALFORMED_REQUEST", pointer, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{} x", "\"x\"", "{\"variables\":{},\"variables\":{}}"})
    void bothRoutesTakeAJsonObject(String body) {
        assertProblem(walk.mall().post(EngineDoor.START, body), 400, "MALFORMED_REQUEST");
        assertProblem(walk.mall().post(EngineDoor.MESSAGE, body), 400, "MALFORMED_REQUEST");
    }

    @Test
    void aMessageWithoutInputCarriesNone() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(Entrance.ENGINE.of(walk.mall()), applicant);
        ObjectNode withdrawal = EngineDoor.message("ApplicationWithdrawn", id);
        withdrawal.putObject("processVariables").set("code", EngineDoor.variable("String", "1"));

        assertProblem(walk.mall().post(EngineDoor.MESSAGE, withdrawal), 400, "MALFORMED_REQUEST", "", "UNKNOWN_FIELD");
        assertThat(walk.settled(id).at("/status")).isEqualTo("ACTION_REQUIRED");
    }

    /** An application that was started at one door can go on at the other one. */
    @Test
    void anApplicationIsTheSameBehindBothDoors() {
        Door typed = Entrance.TYPED.of(walk.mall());
        Door engine = Entrance.ENGINE.of(walk.mall());
        Applicant one = walk.known(PEOPLE.next());
        Applicant other = walk.known(PEOPLE.next());

        String startedTyped = walk.waitingForCode(typed, one);
        assertThat(engine.submitCode(startedTyped, walk.code(one.mobile())).status())
                .isEqualTo(204);
        assertThat(walk.settled(startedTyped).at("/outcome/code")).isEqualTo("VERIFIED");

        String startedInEngine = walk.waitingForCode(engine, other);
        assertThat(typed.submitCode(startedInEngine, walk.code(other.mobile())).status())
                .isEqualTo(200);
        assertThat(walk.settled(startedInEngine).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    /** The right route would accept this body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ENGINE,
                ENGINE + "/",
                ENGINE + "/engine",
                ENGINE + "/engine/default/message",
                ENGINE + "/engine/default/task",
                ENGINE + "/engine/default/process-definition/key/new-user-verification/start",
                ENGINE + "/process-definition",
                ENGINE + "/process-definition/count",
                ENGINE + "/process-definition/new-user-verification:1:1/start",
                ENGINE + "/process-definition/new-user-verification:1:1/submit-form",
                KEY,
                KEY + "/xml",
                KEY + "/diagram",
                KEY + "/startForm",
                KEY + "/submit-form",
                KEY + "/suspended",
                KEY + "/tenant-id/x/start",
                KEY + "/start/",
                KEY + "/start;x=y",
                KEY + ";x/start",
                KEY + "/Start",
                KEY + "/start%20",
                KEY + "//start",
                KEY + "/./start",
                KEY + "/%2e/start",
                KEY + "/x/../start",
                KEY + "%2Fstart",
                KEY + "/%73tart",
                "/%65ngine-rest/process-definition/key/new-user-verification/start",
                "/%65ngine-rest/process-definition/key/confirm-mobile/start",
                "/%65ngine-rest/message",
                "/engine%2Drest/message",
                "/engine-rest%2Fmessage",
                "//engine-rest/message",
                "/./engine-rest/message",
                "/engine-rest;x/message",
                "/Engine-Rest/message",
                "/ENGINE-REST/message",
                "/api/../engine-rest/message",
                "/api/v1/..;/engine-rest/message",
                "/camunda/api/engine/engine/default/message",
                "/camunda/api/engine/engine/default/process-definition/key/new-user-verification/start",
                ENGINE + "/process-definition/key/confirm-mobile/start",
                ENGINE + "/process-definition/key/NEW-USER-VERIFICATION/start",
                ENGINE + "/process-definition/key/new-user-verification%00/start",
                ENGINE + "/process-definition/key/unknown/start",
                ENGINE + "/message/",
                ENGINE + "/message;x",
                ENGINE + "/message%2F",
                ENGINE + "/%6dessage",
                ENGINE + "/Message",
                ENGINE + "/message/x",
                ENGINE + "/message-async",
                ENGINE + "/task",
                ENGINE + "/task/count",
                ENGINE + "/task/create",
                ENGINE + "/execution",
                ENGINE + "/variable-instance",
                ENGINE + "/process-instance",
                ENGINE + "/process-instance/message-async",
                ENGINE + "/process-instance/delete",
                ENGINE + "/history/process-instance",
                ENGINE + "/history/variable-instance",
                ENGINE + "/history/detail",
                ENGINE + "/deployment",
                ENGINE + "/deployment/create",
                ENGINE + "/decision-definition/key/attempt-limits/evaluate",
                ENGINE + "/external-task/fetchAndLock",
                ENGINE + "/filter",
                ENGINE + "/filter/create",
                ENGINE + "/identity/verify",
                ENGINE + "/user",
                ENGINE + "/user/create",
                ENGINE + "/group/create",
                ENGINE + "/authorization/create",
                ENGINE + "/authorization/check",
                ENGINE + "/job",
                ENGINE + "/incident",
                ENGINE + "/signal",
                ENGINE + "/migration/execute",
                ENGINE + "/modification/execute",
                ENGINE + "/metrics",
                ENGINE + "/telemetry/data",
                ENGINE + "/schema/log",
                ENGINE + "/version",
                ENGINE + "/application.wadl",
                ENGINE + "/openapi.json"
            })
    void noOtherRouteDoesAnything(String path) {
        Applicant applicant = walk.known(Applicant.number(2000));
        String start = EngineDoor.startOf(applicant.application().toString()).toString();
        Stored before = Stored.in(jdbc);

        for (String method : new String[] {"GET", "POST", "DELETE"}) {
            boolean carries = method.equals("POST");
            Reply reply = walk.mall().send(method, path, carries ? start : null, Map.of());

            assertThat(reply.status()).as(method).isBetween(400, 499);
        }
        before.nothingSince(jdbc);
    }

    /** Our filter reads the path as it was sent, the container maps the decoded path. Nobody may use the difference. */
    @Test
    void noDetourLeadsToAnotherClientsApplication() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(Entrance.TYPED.of(walk.mall()), applicant);
        String withdrawal = EngineDoor.message("ApplicationWithdrawn", id).toString();

        for (String path :
                new String[] {"/%65ngine-rest/message", "/engine-rest/%6dessage", "/%65%6e%67ine-rest/message"}) {
            assertThat(walk.console().post(path, withdrawal).status()).as(path).isBetween(400, 499);
        }
        assertThat(walk.settled(id).at("/status")).isEqualTo("ACTION_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
    void theTwoRoutesTakePostOnly(String method) {
        assertThat(walk.mall().send(method, EngineDoor.START, null, Map.of()).status())
                .isBetween(400, 499);
        assertThat(walk.mall().send(method, EngineDoor.MESSAGE, null, Map.of()).status())
                .isBetween(400, 499);
    }

    private static Arguments start(String what, Consumer<ObjectNode> spoil, String pointer, String code) {
        return Arguments.of(what, spoil, pointer, code);
    }

    private static Arguments variable(String what, Consumer<ObjectNode> spoil, String pointer, String code) {
        return start(what, body -> spoil.accept(body.withObject("/variables/application")), pointer, code);
    }

    private static Arguments message(String what, Consumer<ObjectNode> spoil, String pointer, String code) {
        return Arguments.of(what, spoil, pointer, code);
    }
}
