package io.realname.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.database.NodeClock;
import io.realname.process.mobile.ConfirmMobile;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** A node whose clock is off stands aside, and goes on by itself once the clock is right. */
@RealnameTest
class ClockOffTest {

    private static final People PEOPLE = People.of(9780, 9784);

    /** The job executor looks for jobs every 5 s. */
    private static final Duration SEVERAL_LOOKS = Duration.ofSeconds(12);

    @Autowired
    private Walk walk;

    @Autowired
    private NodeClock clock;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @AfterEach
    void setRight() {
        set(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 2})
    void takesNoRequestsUntilItIsRight(int hours) {
        set(Duration.ofHours(hours));

        Reply refused = walk.mall().get("/api/v1/banks");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.at("/code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(probe("readiness")).isEqualTo(503);
        assertThat(probe("liveness")).isEqualTo(200);

        set(Duration.ZERO);
        assertThat(walk.mall().get("/api/v1/banks").status()).isEqualTo(200);
        assertThat(probe("readiness")).isEqualTo(200);
    }

    @Test
    void takesNoJobsUntilItIsRight() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(walk.typed(), applicant);
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .processDefinitionKey(ConfirmMobile.KEY)
                .singleResult()
                .getId();
        String deadline = management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .singleResult()
                .getId();

        set(Duration.ofHours(2));
        management.setJobDuedate(deadline, new Date());
        await().during(SEVERAL_LOOKS)
                .atMost(SEVERAL_LOOKS.plusSeconds(10))
                .until(() -> management.createJobQuery().jobId(deadline).count() == 1);

        set(Duration.ZERO);
        await().atMost(SEVERAL_LOOKS)
                .until(() -> walk.shown("verifications", id, "en").at("/status").equals("EXPIRED"));
    }

    private int probe(String name) {
        return Client.nobody(walk.port()).get("/actuator/health/" + name).status();
    }

    private void set(Duration ahead) {
        ReflectionTestUtils.setField(clock, "clock", Clock.offset(Clock.systemUTC(), ahead));
    }
}
