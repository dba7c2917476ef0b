package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Applicant;
import io.realname.app.EngineDoor;
import io.realname.app.People;
import io.realname.app.RawRequest;
import io.realname.app.RawRequest.RawReply;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.privacy.LogRecorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests of all kinds of clients, byte by byte: accepted, or refused with problem details, never a 5xx. */
@RealnameTest
class RawRequestsTest {

    private static final String VERIFICATIONS = "/api/v1/verifications";
    private static final String NOBODYS = VERIFICATIONS + "/0198c0de-0000-7000-8000-000000000000";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final People PEOPLE = People.of(2600, 2699);

    @Autowired
    private Walk walk;

    /** What a client may write into any header: a name in Chinese, an emoji, Latin-1, the bytes 0x80 to 0x9F alone. */
    private static Stream<byte[]> oddValues() {
        return Stream.concat(
                Stream.of("林斌-4929000000000000", "iPhone Xʀ", "\uD83D\uDE00", "é")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(new byte[] {(byte) 0x80, (byte) 0x8D, (byte) 0x9F}, new byte[] {(byte) 0xFF}));
    }

    private static final List<String> HEADERS = List.of(
            "Idempotency-Key",
            "User-Agent",
            "X-Request-Id",
            "traceparent",
            "Origin",
            "Referer",
            "Cookie",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Content-Language",
            "Content-Disposition",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-HTTP-Method-Override",
            "Authorization");

    private static Stream<Arguments> headersAndValues() {
        return HEADERS.stream().flatMap(header -> oddValues().map(value -> Arguments.of(header, value)));
    }

    @ParameterizedTest
    @MethodSource("headersAndValues")
    void noHeaderIsAReasonToFail(String header, byte[] value) {
        try (LogRecorder log = LogRecorder.attach()) {
            Stream.of(
                            new RawRequest("POST", VERIFICATIONS).as("mall").json("{\"account\":\"nobody\"}"),
                            new RawRequest("GET", NOBODYS).as("mall"),
                            new RawRequest("GET", "/api/v1/banks"),
                            new RawRequest("POST", EngineDoor.MESSAGE)
                                    .as("mall")
                                    .json("{}"),
                            new RawRequest("POST", EngineDoor.START).as("mall").json("{}"),
                            new RawRequest("GET", "/actuator/health"))
                    .map(request -> request.with(header, value))
                    .forEach(request -> assertAnswered(request.send(walk.port())));
            Stream.of(
                            "/",
                            "/nowhere",
                            "/camunda/app/tasklist/",
                            "/camunda/api/engine/engine/default/task",
                            "/review/tasks/none",
                            "/swagger-ui.html",
                            "/v3/api-docs")
                    .map(page -> new RawRequest("GET", page).with(header, value))
                    .forEach(request -> assertThat(request.send(walk.port()).status())
                            .as(request.target())
                            .isLessThan(500));

            assertThat(log.text())
                    .doesNotContain("4929000000000000")
                    .doesNotContain(new String(value, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aKeyInChineseIsAKey() {
        Applicant applicant = walk.known(PEOPLE.next());
        RawRequest request = new RawRequest("POST", VERIFICATIONS)
                .as("mall")
                .with("Idempotency-Key", "林斌-" + applicant.account())
                .json(applicant.application().toString());

        RawReply first = request.send(walk.port());

        assertThat(first.status()).isEqualTo(201);
        assertThat(request.send(walk.port()).body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/banks",
                "/api/v1//banks",
                "/api/v1/banks;a=b",
                "/api/v1/banks%00",
                "/api/v1/banks%0a",
                "/api/v1%2fbanks",
                "/api/v1/banks%zz",
                "/api/v1/accounts/%e9/verification",
                "/api/v1/accounts/林/verification",
                "/api/v1/banks?a=|",
                "/api/v1/banks?a[]=1",
                "/api/v1/../v1/banks",
                "/api/v1\\banks",
                "/engine-rest//message",
                "/engine-rest/message;x",
                "/engine-rest/process-definition/key/;a=%zz/start",
                "/api/v1/banks;a=%zz",
                "/camunda/app/;a=%zz/tasklist/",
                "/%65ngine-rest/message"
            })
    void addressesThatCanBeReadInTwoWaysAreRefused(String target) {
        for (String method : List.of("GET", "POST")) {
            RawReply reply =
                    new RawRequest(method, target).as("mall").json("{}").send(walk.port());

            assertThat(reply.status()).isEqualTo(400);
            assertProblem(reply, "MALFORMED_REQUEST");
        }
    }

    @ParameterizedTest
    @CsvSource({"X-A, 'a\u0001b'", "X-A, 'a\u007fb'", "Transfer-Encoding, foo", "Content-Length, x", "Host, x"})
    void headersThatBreakHttpAreRefused(String header, String value) {
        RawReply reply = new RawRequest("POST", VERIFICATIONS)
                .as("mall")
                .with(header, value)
                .json("{}")
                .send(walk.port());

        assertThat(reply.status()).isEqualTo(400);
        assertProblem(reply, "MALFORMED_REQUEST");
    }

    @Test
    void headersThatAreTooLongAreRefused() {
        RawRequest request = new RawRequest("GET", "/api/v1/banks");

        assertThat(request.with("X-A", "a".repeat(12_000)).send(walk.port()).status())
                .isEqualTo(200);
        RawReply reply = request.with("X-A", "a".repeat(20_000)).send(walk.port());
        assertThat(reply.status()).isEqualTo(400);
        assertProblem(reply, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "BREW", "get"})
    void unknownMethodsAreNotAllowed(String method) {
        RawReply reply = new RawRequest(method, "/api/v1/banks").as("mall").send(walk.port());

        assertThat(reply.status()).isEqualTo(405);
        assertProblem(reply, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {VERIFICATIONS, EngineDoor.START})
    void jsonOfAnotherCharsetIsRefusedAsSuch(String target) {
        byte[] gbk = "{\"realName\":\"林斌\"}".getBytes(Charset.forName("GBK"));
        RawRequest request = new RawRequest("POST", target).as("mall").json(gbk);

        RawReply declared =
                request.with("Content-Type", "application/json; charset=gbk").send(walk.port());
        assertThat(declared.status()).isEqualTo(415);
        assertThat(assertProblem(declared, "UNSUPPORTED_MEDIA_TYPE")
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("CHARSET_NOT_SUPPORTED");

        RawReply undeclared = request.send(walk.port());
        assertThat(undeclared.status()).isEqualTo(400);
        assertThat(assertProblem(undeclared, "MALFORMED_REQUEST")
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("NOT_UTF8");
    }

    /** Plain ASCII is the same in all these charsets; some libraries always send ISO-8859-1. */
    @ParameterizedTest
    @ValueSource(strings = {"gbk", "ISO-8859-1", "us-ascii", "utf8", "\"UTF-8\""})
    void aCharsetThatChangesNothingIsTaken(String charset) {
        RawReply reply = new RawRequest("POST", NOBODYS + "/mobile-code")
                .as("mall")
                .json("{\"code\":\"123456\"}")
                .with("Content-Type", "application/json; charset=" + charset)
                .send(walk.port());

        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        Applicant applicant = walk.known(PEOPLE.next());

        assertThat(new RawRequest("POST", VERIFICATIONS)
                        .as("mall")
                        .json("\uFEFF" + applicant.application())
                        .send(walk.port())
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {VERIFICATIONS, EngineDoor.START})
    void compressedBodiesAreRefusedAsSuch(String target) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        RawReply reply = new RawRequest("POST", target)
                .as("mall")
                .json(compressed.toByteArray())
                .with("Content-Encoding", "gzip")
                .send(walk.port());

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(assertProblem(reply, "UNSUPPORTED_MEDIA_TYPE")
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("ENCODING_NOT_SUPPORTED");
    }

    /** The limit on parts of a multipart form without a file name does not apply to these forms. */
    @Test
    void urlEncodedFormsAreShort() {
        RawRequest form = new RawRequest("POST", "/camunda/api/admin/auth/user/default/login/tasklist")
                .json("x=" + "y".repeat(100_000))
                .with("Content-Type", "application/x-www-form-urlencoded");

        RawReply reply = form.send(walk.port());

        assertThat(reply.status()).isEqualTo(413);
        assertProblem(reply, "PAYLOAD_TOO_LARGE");
    }

    /** Spring Boot would read these forms before the authentication, and fail. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void nobodyReadsFormsOfOtherMethods(String method) {
        RawRequest form = new RawRequest(method, VERIFICATIONS)
                .json("a=%")
                .with("Content-Type", "application/x-www-form-urlencoded");

        assertThat(form.send(walk.port()).status()).isEqualTo(401);
        assertThat(form.as("mall").send(walk.port()).status()).isEqualTo(405);
    }

    private static void assertAnswered(RawReply reply) {
        assertThat(reply.status()).isLessThan(500);
        if (reply.status() >= 400) {
            assertProblem(reply, JSON_CODE);
        }
    }

    /** Accepts any code. */
    private static final String JSON_CODE = "";

    private static JsonNode assertProblem(RawReply reply, String code) {
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("Vary")).contains("Accept-Language");
        assertThat(reply.header("Content-Language")).isIn("en", "zh-CN");
        try {
            JsonNode problem = JSON.readTree(reply.body());
            assertThat(problem.at("/code").asText()).isNotEmpty().startsWith(code);
            assertThat(problem.at("/detail").asText()).isNotEmpty();
            return problem;
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON", e);
        }
    }
}
