package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request may be sent again with its {@code Idempotency-Key}. */
@RealnameTest
class IdempotencyTest {

    private static final String VERIFICATIONS = "/api/v1/verifications";
    private static final People PEOPLE = People.of(1700, 1799);

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theFirstAnswerIsGivenAgain() {
        Applicant applicant = walk.known(PEOPLE.next());
        Client mall = withKey(walk.mall(), newKey());

        Reply first = mall.post(VERIFICATIONS, applicant.application());
        Reply again = mall.post(VERIFICATIONS, applicant.application());

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location"))
                .isEqualTo(first.header("Location"))
                .isEqualTo(VERIFICATIONS + "/" + first.at("/id"));
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(applicationsOf(applicant)).isEqualTo(1);
    }

    /** This holds even if the application has changed meanwhile. */
    @Test
    void theFirstAnswerStaysWhatItWas() {
        Applicant applicant = walk.known(PEOPLE.next());
        Client mall = withKey(walk.mall(), newKey());
        Reply first = mall.post(VERIFICATIONS, applicant.application());
        walk.mall().delete(first.header("Location"));

        assertThat(mall.post(VERIFICATIONS, applicant.application()).response().body())
                .isEqualTo(first.response().body());
    }

    @Test
    void anotherRequestNeedsAnotherKey() {
        Applicant applicant = walk.known(PEOPLE.next());
        Applicant other = walk.known(PEOPLE.next());
        Client mall = withKey(walk.mall(), newKey());
        Reply first = mall.post(VERIFICATIONS, applicant.application());
        Stored before = Stored.in(jdbc);

        assertProblem(mall.post(VERIFICATIONS, other.application()), 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(
                mall.post(first.header("Location") + "/mobile-code", "{\"code\":\"123456\"}"),
                422,
                "IDEMPOTENCY_KEY_REUSED");
        assertProblem(mall.post(first.header("Location") + "/mobile-code/resend", ""), 422, "IDEMPOTENCY_KEY_REUSED");
        before.nothingSince(jdbc);
    }

    /** Some libraries (Swift's {@code JSONEncoder}) write the fields in another order each time. */
    @Test
    void theSameValueInOtherWritingIsTheSameRequest() {
        Applicant applicant = walk.known(PEOPLE.next());
        Client mall = withKey(walk.mall(), newKey());
        Reply first = mall.post(VERIFICATIONS, applicant.application());

        Reply again = mall.post(
                VERIFICATIONS, "\n" + reversed(applicant.application()).toPrettyString());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertProblem(
                mall.post(VERIFICATIONS, applicant.application().put("agreementAccepted", false)),
                422,
                "IDEMPOTENCY_KEY_REUSED");
        assertProblem(mall.post(VERIFICATIONS, "{"), 400, "MALFORMED_REQUEST", "", "NOT_JSON");
    }

    private static ObjectNode reversed(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode reversed = object.objectNode();
        for (String name : names) {
            JsonNode value = object.get(name);
            reversed.set(name, value instanceof ObjectNode inner ? reversed(inner) : value);
        }
        return reversed;
    }

    @Test
    void eachClientHasItsOwnKeys() {
        String key = newKey();
        Applicant one = walk.known(PEOPLE.next());
        Applicant other = walk.known(PEOPLE.next());

        Reply ofMall = withKey(walk.mall(), key).post(VERIFICATIONS, one.application());
        Reply ofConsole = withKey(walk.console(), key).post(VERIFICATIONS, other.application());

        assertThat(ofMall.status()).isEqualTo(201);
        assertThat(ofConsole.status()).isEqualTo(201);
        assertThat(ofConsole.at("/id")).isNotEqualTo(ofMall.at("/id"));
    }

    /** A refused request that stored nothing is processed again. */
    @Test
    void aRefusedRequestMayBeSentAgainCorrected() {
        Applicant applicant = PEOPLE.next();
        Client mall = withKey(walk.mall(), newKey());
        assertProblem(mall.post(VERIFICATIONS, applicant.application()), 422, "INVALID_APPLICATION");
        walk.known(applicant);

        assertThat(mall.post(VERIFICATIONS, applicant.application()).status()).isEqualTo(201);
    }

    @Test
    void aWrongCodeSentAgainCostsOneTry() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(Entrance.TYPED.of(walk.mall()), applicant);
        Client mall = withKey(walk.mall(), newKey());
        String body = "{\"code\":\"" + walk.wrongCode(applicant.mobile()) + "\"}";

        for (int n = 0; n < 3; n++) {
            Reply wrong = mall.post(VERIFICATIONS + "/" + id + "/mobile-code", body);
            assertProblem(wrong, 422, "MOBILE_CODE_WRONG");
            assertThat(wrong.at("/attemptsLeft")).isEqualTo("4");
        }
        assertThat(walk.settled(id).at("/action/attemptsLeft")).isEqualTo("4");
    }

    @Test
    void ofTwentyAtOnceOneApplies() throws Exception {
        Applicant applicant = walk.known(PEOPLE.next());
        Client mall = withKey(walk.mall(), newKey());
        CyclicBarrier together = new CyclicBarrier(20);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Reply> replies = new ArrayList<>();
        try {
            List<Future<Reply>> posted = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                posted.add(threads.submit(() -> {
                    together.await();
                    return mall.post(VERIFICATIONS, applicant.application());
                }));
            }
            for (Future<Reply> reply : posted) {
                replies.add(reply.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(applicationsOf(applicant)).isEqualTo(1);
        Reply answer = mall.post(VERIFICATIONS, applicant.application());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(replies).anyMatch(reply -> reply.status() == 201);
        for (Reply reply : replies) {
            if (reply.status() == 201) {
                assertThat(reply.response().body()).isEqualTo(answer.response().body());
            } else {
                assertProblem(reply, 409, "REQUEST_IN_PROGRESS");
            }
        }
    }

    @Test
    void aKeyHasOneTo255Characters() {
        Applicant applicant = walk.known(PEOPLE.next());

        for (String key : List.of("", "k".repeat(256))) {
            assertProblem(
                    withKey(walk.mall(), key).post(VERIFICATIONS, applicant.application()),
                    400,
                    "MALFORMED_REQUEST",
                    "/headers/Idempotency-Key",
                    "INVALID_LENGTH");
        }
        assertThat(withKey(walk.mall(), "k".repeat(255))
                        .post(VERIFICATIONS, applicant.application())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void everyPostTakesAKey() {
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0001"));
        String id = walk.waitingForCode(Entrance.TYPED.of(walk.mall()), applicant);
        String path = VERIFICATIONS + "/" + id;
        jdbc.sql("update mobile_code set created_at = created_at - interval '61 seconds' where application = ?")
                .param(UUID.fromString(id))
                .update();

        assertSameTwice(path + "/mobile-code/resend", "");
        walk.settled(id);
        assertSameTwice(path + "/mobile-code", "{\"code\":\"" + walk.code(applicant.mobile()) + "\"}");
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("CORRECT_BANK_CARD");
        assertSameTwice(path + "/bank-card", applicant.bankCard().toString());
    }

    private void assertSameTwice(String path, String body) {
        Client mall = withKey(walk.mall(), newKey());
        Reply first = mall.post(path, body);
        assertThat(first.status()).isEqualTo(200);
        assertThat(mall.post(path, body).response().body())
                .isEqualTo(first.response().body());
    }

    private int applicationsOf(Applicant applicant) {
        return jdbc.sql("select count(*) from application where account = ?")
                .param(applicant.account())
                .query(Integer.class)
                .single();
    }

    private static Client withKey(Client client, String key) {
        return client.with("Idempotency-Key", key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
