package io.realname.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Company;
import io.realname.app.Door;
import io.realname.app.Jobs;
import io.realname.app.Multipart;
import io.realname.app.Walk;
import io.realname.desk.ReviewDesk;
import io.realname.desk.ThoroughLook;
import io.realname.doors.WebApp;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications without any trouble, from the account's PUT to the last GET, each POST with an Idempotency-Key. */
@TestComponent
class HappyPath {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENTERPRISES = "enterprise-verifications";

    private static final String LOGIN = "approver9910";
    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");

    private final Walk walk;
    private final JdbcClient jdbc;
    private final ReviewDesk desk;
    private final ThoroughLook look;
    private final Jobs jobs;
    private final SandboxServer sandbox;

    HappyPath(Walk walk, JdbcClient jdbc, ReviewDesk desk, ThoroughLook look, Jobs jobs, SandboxServer sandbox) {
        this.walk = walk;
        this.jdbc = jdbc;
        this.desk = desk;
        this.look = look;
        this.jobs = jobs;
        this.sandbox = sandbox;
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

    /** A member of the group, logged in before anything is counted. */
    WebApp reviewer(String group) {
        return desk.reviewer(LOGIN, group);
    }

    /** One yes is enough, nobody objects, and the appellant's account is verified. */
    void appeal(Appellant appellant, WebApp reviewer) {
        walk.account(appellant.account(), "JD_MALL", null);
        Multipart form =
                appellant.form(appellant.neverVerified(), List.of(Appellant.FRONT, Appellant.BACK, Appellant.HOLDING));
        Reply started = keyed().upload("/api/v1/appeals", form);
        assertThat(started.status()).isEqualTo(201);
        approved(started.at("/id"), reviewer);
        jobs.isDueWhenThere(started.at("/id"), "ObjectionPeriodOver");
        awaitSettled(started.at("/id"));
        assertThat(walk.shown("appeals", started.at("/id"), "en").at("/outcome/code"))
                .isEqualTo("APPEAL_APPROVED");
    }

    /** The account of somebody who is verified becomes an enterprise's, with all files at the start. */
    void enterprise(Company company, WebApp reviewer) {
        Multipart form = Appellant.pictures(
                Multipart.empty().json("enterprise", company.application().toString()), Company.ALL);
        Reply started = keyed().upload("/api/v1/" + ENTERPRISES, form);
        assertThat(started.status()).as(started.response().body()).isEqualTo(201);
        String id = started.at("/id");
        approved(id, reviewer);
        awaitSettled(id);
        assertThat(walk.shown(ENTERPRISES, id, "en").at("/action/type")).isEqualTo("CONFIRM_AMOUNT");
        String received =
                sandbox.transfers().to(company.corporateAccount()).get(0).amount();
        Door door = walk.typed(UUID.randomUUID().toString()).forEnterprises();
        assertThat(door.submitAmount(id, received).status()).isEqualTo(200);
        awaitSettled(id);
        assertThat(walk.shown(ENTERPRISES, id, "en").at("/outcome/code")).isEqualTo("VERIFIED");
    }

    private Client keyed() {
        return walk.mall().with("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** What a reviewer opens and compares before is not counted: it is as much as there are files. */
    private void approved(String id, WebApp reviewer) {
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.tasks(id).size() == 1);
        String task = desk.task(id);
        assertThat(desk.claim(reviewer, LOGIN, task).status()).isEqualTo(204);
        look.at(UUID.fromString(id), LOGIN);
        assertThat(desk.complete(reviewer, task, APPROVE).status()).isEqualTo(204);
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
