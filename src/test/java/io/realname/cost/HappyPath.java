package io.realname.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.app.Door;
import io.realname.app.Walk;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications without any trouble, from the account's PUT to the last GET, each POST with an Idempotency-Key. */
@TestComponent
class HappyPath {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Walk walk;
    private final JdbcClient jdbc;

    HappyPath(Walk walk, JdbcClient jdbc) {
        this.walk = walk;
        this.jdbc = jdbc;
    }

    void newUser(Applicant applicant) {
        walk.known(applicant);
        runs(Function.identity(), "verifications", applicant.application(), applicant.mobile());
    }

    /** Somebody who is verified, and whose account has a number. */
    Applicant verified(Applicant person) {
        newUser(person);
        walk.account(person.account(), "JD_MALL", person.mobile());
        return person;
    }

    void association(Applicant verified) {
        walk.account(verified.account() + "_cloud", "JD_CLOUD", null);
        ObjectNode body = JSON.createObjectNode()
                .put("account", verified.account() + "_cloud")
                .put("verifiedAccount", verified.account());
        runs(Door::forAssociations, "associations", body, verified.mobile());
    }

    private void runs(Function<Door, Door> kind, String collection, ObjectNode application, String mobile) {
        String id = walk.started(kind.apply(walk.typed(UUID.randomUUID().toString())), application);
        awaitSettled(id);
        walk.shown(collection, id, "en");
        Door door = kind.apply(walk.typed(UUID.randomUUID().toString()));
        assertThat(door.submitCode(id, walk.code(mobile)).status()).isEqualTo(200);
        awaitSettled(id);
        assertThat(walk.shown(collection, id, "en").at("/outcome/code")).isEqualTo("VERIFIED");
    }

    /** Looks into the database, because how often a client would have to ask depends on the machine. */
    private void awaitSettled(String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select status <> 'IN_PROGRESS' from application where id = ?::uuid")
                        .param(id)
                        .query(Boolean.class)
                        .single());
    }
}
