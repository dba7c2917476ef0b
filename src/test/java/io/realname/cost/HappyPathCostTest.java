package io.realname.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.app.CountedStatements;
import io.realname.app.Door;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.StatementCounter;
import io.realname.app.Walk;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What applications without any trouble cost: statements, transactions that write, calls to providers. A change that adds
 * one turns this red. Then either it is not needed, or the figure here is changed, and the commit says what it is for.
 */
@RealnameTest
@Import(CountedStatements.class)
class HappyPathCostTest {

    private static final People PEOPLE = People.of(9880, 9899);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Walk walk;

    @Autowired
    private StatementCounter counter;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private JdbcClient jdbc;

    private record Cost(int statements, int commits, int calls) {}

    /** From the account's PUT to the last GET, each POST with an Idempotency-Key. */
    @Test
    void newUser() {
        newUser(PEOPLE.next());

        assertCost(() -> newUser(PEOPLE.next()), new Cost(97, 11, 2));
    }

    /** As above, for an account at another site. */
    @Test
    void association() {
        association(verified());
        Applicant verified = verified();

        assertCost(() -> association(verified), new Cost(81, 7, 1));
    }

    private void assertCost(Runnable application, Cost expected) {
        counter.takeWithJobs();
        int calls = sandbox.calls().total();
        application.run();
        List<String> all = counter.takeWithJobs().stream()
                .filter(sql -> !sql.startsWith("batched: "))
                .toList();
        int commits = (int) all.stream().filter("commit"::equals).count();
        assertThat(new Cost(all.size() - commits, commits, sandbox.calls().total() - calls))
                .as(() -> String.join("\n", all))
                .isEqualTo(expected);
    }

    private void newUser(Applicant applicant) {
        walk.known(applicant);
        runs(Function.identity(), "verifications", applicant.application(), applicant.mobile());
    }

    private Applicant verified() {
        Applicant person = PEOPLE.next();
        newUser(person);
        walk.account(person.account(), "JD_MALL", person.mobile());
        return person;
    }

    private void association(Applicant verified) {
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
