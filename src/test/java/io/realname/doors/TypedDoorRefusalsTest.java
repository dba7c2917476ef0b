package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses clients without permission, addresses where nothing is, and requests in a wrong form of HTTP. */
@RealnameTest
class TypedDoorRefusalsTest {

    private static final String VERIFICATIONS = "/api/v1/verifications";
    private static final People PEOPLE = People.of(1100, 1199);

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/verifications",
        "GET, /api/v1/verifications/0198c0de-0000-7000-8000-000000000000",
        "POST, /api/v1/verifications/0198c0de-0000-7000-8000-000000000000/mobile-code",
        "DELETE, /api/v1/verifications/0198c0de-0000-7000-8000-000000000000",
        "PUT, /api/v1/accounts/somebody",
        "GET, /api/v1/accounts/somebody/verification",
        "GET, /api/v1/nothing/here",
        "POST, /engine-rest/process-definition/key/new-user-verification/start",
        "POST, /engine-rest/message",
        "GET, /engine-rest/task"
    })
    void strangersAreAskedWhoTheyAre(String method, String path) {
        Reply reply = Client.nobody(walk.port()).send(method, path, "{}", Map.of());

        assertProblem(reply, 401, "UNAUTHORIZED");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Basic realm=\"realname\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic bWFsbDp3cm9uZw==",
                "Basic bm9ib2R5OnNlY3JldA==",
                "Basic !!!",
                "Basic",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWxsIn0.",
                "Digest username=mall"
            })
    void wrongCredentialsAreRefused(String authorization) {
        Reply reply =
                Client.nobody(walk.port()).send("POST", VERIFICATIONS, "{}", Map.of("Authorization", authorization));

        assertProblem(reply, 401, "UNAUTHORIZED");
    }

    @ParameterizedTest
    @CsvSource({
        "accounts, POST, /api/v1/verifications",
        "accounts, GET, /api/v1/verifications/0198c0de-0000-7000-8000-000000000000",
        "accounts, POST, /engine-rest/message",
        "accounts, GET, /actuator/prometheus",
        "mall, PUT, /api/v1/accounts/somebody",
        "mall, GET, /actuator/prometheus",
        "mall, GET, /engine-rest/task",
        "metrics, POST, /api/v1/verifications",
        "metrics, PUT, /api/v1/accounts/somebody",
        "metrics, GET, /api/v1/accounts/somebody/verification",
        "metrics, POST, /engine-rest/process-definition/key/new-user-verification/start"
    })
    void otherRolesMayNot(String client, String method, String path) {
        Reply reply = Client.named(client, walk.port()).send(method, path, "{}", Map.of());

        assertProblem(reply, 403, "FORBIDDEN");
    }

    @Test
    void anotherClientsApplicationIsNotThere() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(Entrance.TYPED.of(walk.mall()), applicant);
        String before = walk.settled(id).response().body();

        assertNothingAt(walk.console(), id);

        assertThat(walk.settled(id).response().body()).isEqualTo(before);
        assertThat(jdbc.sql("select coalesce(sum(tries), 0) from mobile_confirmation where application = ?")
                        .param(UUID.fromString(id))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0198c0de-0000-7000-8000-000000000000",
                "not-an-id",
                "1",
                "0198c0de-0000-7000-8000-00000000000g",
                "%00",
                "0198c0de00007000800000000000000000000000000000000000"
            })
    void unknownIdsAreNotThere(String id) {
        if (id.equals("%00")) {
            assertThat(walk.mall().get(VERIFICATIONS + "/" + id).status()).isIn(400, 404);
        } else {
            assertNothingAt(walk.mall(), id);
        }
    }

    private static void assertNothingAt(Client client, String id) {
        String path = VERIFICATIONS + "/" + id;
        Applicant applicant = Applicant.number(1100);
        assertProblem(client.get(path), 404, "NOT_FOUND");
        assertProblem(client.get(path + "?wait=20"), 404, "NOT_FOUND");
        assertProblem(client.post(path + "/mobile-code", "{\"code\":\"123456\"}"), 404, "NOT_FOUND");
        assertProblem(client.post(path + "/mobile-code/resend", ""), 404, "NOT_FOUND");
        assertProblem(client.post(path + "/bank-card", applicant.bankCard()), 404, "NOT_FOUND");
        assertProblem(client.delete(path), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/verifications",
        "GET, /api/v1/verifications",
        "PATCH, /api/v1/verifications/0198c0de-0000-7000-8000-000000000000",
        "PUT, /api/v1/verifications/0198c0de-0000-7000-8000-000000000000",
        "GET, /api/v1/verifications/0198c0de-0000-7000-8000-000000000000/mobile-code",
        "GET, /api/v1/verifications/0198c0de-0000-7000-8000-000000000000/mobile-code/resend",
        "PUT, /api/v1/verifications/0198c0de-0000-7000-8000-000000000000/bank-card",
        "POST, /api/v1/banks"
    })
    void otherMethodsAreNotAllowed(String method, String path) {
        Reply reply = walk.mall().send(method, path, "{}", Map.of());

        assertProblem(reply, 405, "METHOD_NOT_ALLOWED");
        assertThat(reply.header("Allow")).isNotEmpty().doesNotContain(method);
    }

    @Test
    void unknownRoutesAreNotThere() {
        assertProblem(walk.mall().get("/api/v1/nothing"), 404, "NOT_FOUND");
        assertProblem(walk.mall().post("/api/v1/verifications/x/y/z", "{}"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"})
    void onlyJsonIsUnderstood(String contentType) {
        Map<String, String> headers = Map.of("Content-Type", contentType);
        String body = walk.known(PEOPLE.next()).application().toString();

        assertProblem(walk.mall().send("POST", VERIFICATIONS, body, headers), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                walk.mall().send("POST", VERIFICATIONS + "/" + UUID.randomUUID() + "/mobile-code", "{}", headers),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(walk.mall().send("POST", "/engine-rest/message", "{}", headers), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                walk.mall()
                        .send("POST", "/engine-rest/process-definition/key/new-user-verification/start", "{}", headers),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void multipartIsNotUnderstoodHowLongEverItIs() {
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=x");

        assertProblem(
                walk.mall().send("POST", VERIFICATIONS, "x".repeat(100_000), headers), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VERIFICATIONS,
                VERIFICATIONS + "/0198c0de-0000-7000-8000-000000000000/mobile-code",
                VERIFICATIONS + "/0198c0de-0000-7000-8000-000000000000/mobile-code/resend",
                VERIFICATIONS + "/0198c0de-0000-7000-8000-000000000000/bank-card",
                "/engine-rest/process-definition/key/new-user-verification/start",
                "/engine-rest/message"
            })
    void bodiesBeyondTheLimitAreRefused(String path) {
        String large = "{}" + " ".repeat(64 * 1024);
        Stored before = Stored.in(jdbc);

        assertProblem(walk.mall().post(path, large), 413, "PAYLOAD_TOO_LARGE");
        assertProblem(walk.mall().postChunked(path, large), 413, "PAYLOAD_TOO_LARGE");
        before.nothingSince(jdbc);
    }

    @Test
    void aBodyAtTheLimitIsRead() {
        String atLimit = "{" + " ".repeat(64 * 1024 - 2) + "}";

        assertProblem(walk.mall().post(VERIFICATIONS, atLimit), 422, "INVALID_APPLICATION");
        assertProblem(walk.mall().postChunked(VERIFICATIONS, atLimit), 422, "INVALID_APPLICATION");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"1\"",
                "{\"code\":123456}",
                "{\"code\":null}",
                "{\"code\":\"1\"} x",
                "{\"code\":\"1\",\"code\":\"2\"}",
                "{\"code\":\"1\",\"mobile\":\"2\"}",
                "{\"code\":[\"1\"]}",
                "code=1"
            })
    void aCodeComesAloneAndAsText(String body) {
        assertProblem(
                walk.mall().post(VERIFICATIONS + "/" + UUID.randomUUID() + "/mobile-code", body),
                400,
                "MALFORMED_REQUEST");
    }

    @Test
    void answersThatAreNotJsonAreNotToBeHad() {
        Reply reply =
                walk.mall().send("GET", VERIFICATIONS + "/" + UUID.randomUUID(), null, Map.of("Accept", "text/html"));

        assertProblem(reply, 406, "NOT_ACCEPTABLE");
    }
}
