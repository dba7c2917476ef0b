package io.realname.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Client.Reply;
import io.realname.sandbox.Inbox;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Walks applications through the running app to where a test begins. The client is {@code mall}. */
@TestComponent
public class Walk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Environment environment;
    private final SandboxServer sandbox;
    private final RuntimeService runtime;
    private final ManagementService management;

    public Walk(Environment environment, SandboxServer sandbox, RuntimeService runtime, ManagementService management) {
        this.environment = environment;
        this.sandbox = sandbox;
        this.runtime = runtime;
        this.management = management;
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public Client mall() {
        return Client.named("mall", port());
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
        Reply put = accounts()
                .put(
                        "/api/v1/accounts/" + applicant.account(),
                        JSON.createObjectNode()
                                .put("site", site)
                                .put("kind", "PERSONAL")
                                .toString());
        assertThat(put.status()).isIn(200, 201);
        return applicant;
    }

    /** A started application of an applicant whose account is known. */
    public String started(Door door, Applicant applicant) {
        Reply started = door.start(applicant.application());
        assertThat(started.status()).isIn(200, 201);
        String id = door.idOf(started);
        assertThat(id).isNotEmpty();
        return id;
    }

    /** A started application that waits for the code. */
    public String waitingForCode(Door door, Applicant applicant) {
        String id = started(door, applicant);
        assertThat(settled(id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        return id;
    }

    /** A started application whose code was accepted: the bank is being asked. */
    public String confirmed(Door door, Applicant applicant) {
        String id = waitingForCode(door, applicant);
        assertThat(door.submitCode(id, code(applicant.mobile())).status()).isIn(200, 204);
        return id;
    }

    /** From nothing to the end. */
    public String verified(Door door, Applicant applicant) {
        String id = confirmed(door, known(applicant));
        assertThat(settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
        return id;
    }

    /** The application once it has left {@code IN_PROGRESS}. */
    public Reply settled(String id) {
        Reply reply = mall().get("/api/v1/verifications/" + id + "?wait=20");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/status")).isNotEqualTo("IN_PROGRESS");
        return reply;
    }

    /** As {@link #settled}, of an association; in a language of {@code Accept-Language}. */
    public Reply settledAssociation(String id, String language) {
        Reply reply = mall().speaking(language).get("/api/v1/associations/" + id + "?wait=20");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/status")).isNotEqualTo("IN_PROGRESS");
        return reply;
    }

    /** Where an application of any kind stands, in a language of {@code Accept-Language}. */
    public Reply shown(String collection, String id, String language) {
        Reply reply = mall().speaking(language).get("/api/v1/" + collection + "/" + id);
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    /** As {@link #shown}, once it has left {@code IN_PROGRESS}. */
    public Reply ended(String collection, String id, String language) {
        Reply reply = shown(collection, id + "?wait=20", language);
        assertThat(reply.at("/status")).isNotEqualTo("IN_PROGRESS");
        return reply;
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

    /** The newest code that the number got. */
    public String code(String mobile) {
        List<Inbox.Message> messages = sandbox.inbox().messages(mobile);
        assertThat(messages).isNotEmpty();
        return messages.get(0).code();
    }

    /** A code that is not the newest one. */
    public String wrongCode(String mobile) {
        return code(mobile).equals("000000") ? "000001" : "000000";
    }

    /** Lets a job that has failed run again now, instead of when its retry is due. */
    public void retry(String id, String activity) {
        awaitFailure(id, activity);
        fire(id, activity);
    }

    /** Until a job has failed for the first time: its next try is seconds away. */
    public void awaitFailure(String id, String activity) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jobs(id, activity).stream().anyMatch(job -> job.getExceptionMessage() != null));
    }

    /** As {@link #fire}, once the application has come that far. */
    public void fireWhenThere(String id, String activity) {
        await().atMost(Duration.ofSeconds(20)).until(() -> jobs(id, activity).size() == 1);
        fire(id, activity);
    }

    /** Lets an application's next job run now, a timer or a retry, whenever it is due. */
    public void fire(String id, String activity) {
        List<Job> jobs = jobs(id, activity);
        assertThat(jobs).as("jobs at " + activity).hasSize(1);
        management.executeJob(jobs.get(0).getId());
    }

    private List<Job> jobs(String id, String activity) {
        List<String> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                .map(ProcessInstance::getId)
                .toList();
        return instances.stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).activityId(activity).list().stream())
                .toList();
    }
}
