package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.realname.app.Client.Reply;
import io.realname.app.Multipart;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All places for requests are taken. */
@RealnameTest
class RequestPlacesTest {

    private static final String NOBODYS = "/api/v1/verifications/0198a9f0-0000-7000-8000-000000000000";

    @Autowired
    private Walk walk;

    @Autowired
    private BulkheadRegistry bulkheads;

    private int taken;

    private Bulkhead places() {
        return bulkheads.bulkhead("requests");
    }

    @BeforeEach
    void takeAll() {
        while (places().tryAcquirePermission()) {
            taken++;
        }
    }

    @AfterEach
    void giveBack() {
        for (; taken > 0; taken--) {
            places().onComplete();
        }
    }

    @Test
    void clientsAreToldWhenToComeBack() {
        Reply refused = walk.mall().speaking("zh-CN").get(NOBODYS);

        assertProblem(refused, 503, "SERVICE_UNAVAILABLE");
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.at("/detail")).matches(".*\\p{IsHan}.*");
        assertProblem(
                walk.mall().post("/engine-rest/process-definition/key/new-user-verification/start", "{}"),
                503,
                "SERVICE_UNAVAILABLE");
    }

    @Test
    void nobodyWaitsWhereTooManyWaitAlready() {
        giveBack();
        Bulkhead room = bulkheads.bulkhead("requests-with-waiting");
        int inside = 0;
        while (room.tryAcquirePermission()) {
            inside++;
        }
        try {
            assertProblem(walk.mall().get(NOBODYS), 503, "SERVICE_UNAVAILABLE");
        } finally {
            for (; inside > 0; inside--) {
                room.onComplete();
            }
        }
        assertProblem(walk.mall().get(NOBODYS), 404, "NOT_FOUND");
    }

    @Test
    void whoComesBackIsServed() {
        giveBack();
        for (int i = 0; i < 3; i++) {
            assertProblem(walk.mall().get(NOBODYS), 404, "NOT_FOUND");
        }
    }

    /** It reads nothing itself; {@code WaitTest} has a crowd of them. */
    @Test
    void whoWaitsForAnApplicationNeedsNoPlace() {
        assertProblem(walk.mall().get(NOBODYS + "?wait=1"), 404, "NOT_FOUND");
        for (String other : List.of(
                NOBODYS + "?wait=0", NOBODYS + "?wait=00", NOBODYS + "?wait=-1", "/api/v1/accounts/somebody?wait=1")) {
            assertProblem(walk.mall().get(other), 503, "SERVICE_UNAVAILABLE");
        }
        assertProblem(walk.mall().delete(NOBODYS + "?wait=1"), 503, "SERVICE_UNAVAILABLE");
    }

    @Test
    void othersAreServed() {
        assertProblem(walk.mall().upload(NOBODYS + "/evidence", Multipart.empty()), 404, "NOT_FOUND");
        assertThat(walk.mall().get("/actuator/health").status()).isEqualTo(200);
        assertThat(walk.mall().get("/camunda/app/tasklist/default/").status()).isLessThan(500);
    }
}
