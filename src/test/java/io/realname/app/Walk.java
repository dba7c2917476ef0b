package io.realname.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Client.Reply;
import io.realname.sandbox.Inbox;
import io.realname.sandbox.SandboxServer;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/**
 * Walks applications through the running app, over HTTP, to where a test begins. The client is {@code mall}. The jobs
 * that wait inside the app are run by {@link Jobs}.
 */
@TestComponent
public final class Walk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IntSupplier port;
    private final SandboxServer sandbox;

    /** Walks through the app of the test. */
    @Autowired
    public Walk(Environment environment, SandboxServer sandbox) {
        this(() -> environment.getRequiredProperty("local.server.port", Integer.class), sandbox);
    }

    private Walk(IntSupplier port, SandboxServer sandbox) {
        this.port = port;
        this.sandbox = sandbox;
    }

    /** Walks through an app in another process. */
    public static Walk at(int port, SandboxServer sandbox) {
        return new Walk(() -> port, sandbox);
    }

    public int port() {
        return port.getAsInt();
    }

    public Client mall() {
        return Client.named("mall", port());
    }

    /** The typed door, as {@link #mall} goes through it. */
    public Door typed() {
        return Entrance.TYPED.of(mall());
    }

    /** As {@link #typed}, with an {@code Idempotency-Key} in each request. */
    public Door typed(String idempotencyKey) {
        return Entrance.TYPED.of(mall().with("Idempotency-Key", idempotencyKey));
    }

    /** Another client app. */
    public Client console() {
        return Client.named("console", port());
    }

    public Client accounts() {
        return Client.named("accounts", port());
    }

    /** Makes the applicant's account known at the mall. */
    public Applicant known(Applicant applicant) {
        return known(applicant, "JD_MALL");
    }

    public Applicant known(Applicant applicant, String site) {
        account(applicant.account(), site, null);
        return applicant;
    }

    /** Makes an account known with a mobile number of its own, or without one. */
    public void account(String userName, String site, @Nullable String mobile) {
        ObjectNode body = JSON.createObjectNode().put("site", site).put("kind", "PERSONAL");
        if (mobile != null) {
            body.put("mobile", mobile);
        }
        assertThat(accounts()
                        .put("/api/v1/accounts/" + userName, body.toString())
                        .status())
                .isIn(200, 201);
    }

    /** A started application of an applicant whose account is known. */
    public String started(Door door, Applicant applicant) {
        return started(door, applicant.application());
    }

    /** @param application the contract's body for the kind of application that the door starts */
    public String started(Door door, ObjectNode application) {
        Reply started = door.start(application);
        assertThat(started.status()).as(started.response().body()).isIn(200, 201);
        String id = door.idOf(started);
        assertThat(id).isNotEmpty();
        return id;
    }

    /** A started application that waits for the code. */
    public String waitingForCode(Door door, Applicant applicant) {
        String id = started(door, applicant);
        awaitedCode(id, applicant);
        return id;
    }

    /** The newest code, once the application waits for it. */
    public String awaitedCode(String id, Applicant applicant) {
        assertThat(settled(id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        return code(applicant.mobile());
    }

    /** A started application whose code was accepted: the bank is asked next. */
    public String confirmed(Door door, Applicant applicant) {
        return confirmed(door, applicant, applicant.application());
    }

    /** A new user with a passport, whose application has all its evidence and waits for reviewers. */
    public String withPassportPictures(Door door, Applicant applicant, int n, String issuingCountry) {
        String id = confirmed(door, known(applicant), applicant.applicationWithPassport(n, issuingCountry));
        assertThat(settled(id).at("/action/type")).isEqualTo("ADD_EVIDENCE");
        assertThat(mall().upload(
                                "/api/v1/verifications/" + id + "/evidence",
                                Appellant.pictures(Multipart.empty(), List.of(Appellant.FRONT, Appellant.HOLDING)))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private String confirmed(Door door, Applicant applicant, ObjectNode application) {
        String id = started(door, application);
        assertThat(door.submitCode(id, awaitedCode(id, applicant)).status()).isIn(200, 204);
        return id;
    }

    /** Makes the account known and verifies it. Returns the id of the application. */
    public String verified(Door door, Applicant applicant) {
        String id = confirmed(door, known(applicant));
        assertThat(settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
        return id;
    }

    /** The application of a new user once it has left {@code IN_PROGRESS}. */
    public Reply settled(String id) {
        return settled(mall(), "verifications", id);
    }

    /** As {@link #settled}, for an application of any kind, in a language of {@code Accept-Language}. */
    public Reply ended(String collection, String id, String language) {
        return settled(mall().speaking(language), collection, id);
    }

    private static Reply settled(Client client, String collection, String id) {
        Reply reply = shown(client, collection, id + "?wait=30");
        assertThat(reply.at("/status")).isNotEqualTo("IN_PROGRESS");
        return reply;
    }

    /** The present view of an application of any kind, in a language of {@code Accept-Language}. */
    public Reply shown(String collection, String id, String language) {
        return shown(mall().speaking(language), collection, id);
    }

    private static Reply shown(Client client, String collection, String id) {
        Reply reply = client.get("/api/v1/" + collection + "/" + id);
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    /** The newest code that the number got. */
    public String code(String mobile) {
        List<Inbox.Message> messages = sandbox.inbox().messages(mobile);
        assertThat(messages).isNotEmpty();
        return messages.get(0).code();
    }

    /** Six digits that are not the newest code. */
    public String wrongCode(String mobile) {
        return not(code(mobile));
    }

    /** Six digits that are not the code. */
    public static String not(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 111_111) % 1_000_000);
    }
}
