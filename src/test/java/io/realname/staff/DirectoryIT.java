package io.realname.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import io.realname.app.TestSandbox;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.dev.ScannerBeside;
import io.realname.doors.WebApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** Staff are in the organisation's directory: they log in with its passwords, and are in its groups. */
@RealnameTest
// Only the nearest of these annotations counts, so it repeats the initializers of RealnameTest.
@ContextConfiguration(initializers = {TestSandbox.class, ScannerBeside.class, DirectoryBeside.class})
class DirectoryIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private InMemoryDirectoryServer directory;

    private WebApp tasklist;

    @BeforeEach
    void open() {
        tasklist = WebApp.open(walk.port());
    }

    @Test
    void aReviewerLogsInWithThePasswordOfTheDirectory() throws Exception {
        assertThat(tasklist.login("li.na", DirectoryBeside.PASSWORD).status()).isEqualTo(200);
        String task = reviews.task("appeal-review");

        assertThat(tasklist.get(ENGINE + "/task/" + task).status()).isEqualTo(200);
        assertThat(tasklist.get(ENGINE + "/task/" + reviews.task("enterprise-review"))
                        .status())
                .isNotEqualTo(200);
        Reply claimed = tasklist.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"li.na\"}");
        assertThat(claimed.status()).as(claimed.response().body()).isEqualTo(204);
        assertThat(tasklist.get("/review/tasks/" + task + "/colleagues")
                        .response()
                        .body())
                .contains("zhou.yu", "Yu Zhou")
                .doesNotContain("li.na", "feng.guest");

        directory.modify(
                "cn=appeal-review,ou=groups,dc=example,dc=com",
                new Modification(ModificationType.DELETE, "member", DirectoryBeside.dn("li.na")));
        assertThat(tasklist.get("/review/tasks/" + task).status())
                .as("who has left the group sees the case no longer, at once")
                .isEqualTo(404);
    }

    @Test
    void nobodyElseLogsIn() {
        for (String password : new String[] {"wrong", ""}) {
            assertThat(tasklist.login("zhou.yu", password).status()).isEqualTo(401);
        }
        assertThat(tasklist.login("feng.guest", DirectoryBeside.PASSWORD).status())
                .as("without a group")
                .isEqualTo(403);
        assertThat(tasklist.login("admin", "Cockpit-Demo-2026").status())
                .as("the engine's own users are not asked")
                .isEqualTo(401);
        assertThat(tasklist.login("*", DirectoryBeside.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void administratorsManageGrantsButNotUsers() {
        assertThat(tasklist.login("qian.it", DirectoryBeside.PASSWORD, "admin").status())
                .isEqualTo(200);

        assertThat(tasklist.get(ENGINE + "/authorization/count").status()).isEqualTo(200);
        assertThat(tasklist.get(ENGINE + "/user/count").at("/count")).isEqualTo("4");
        assertThat(tasklist.post(
                                ENGINE + "/user/create",
                                "{\"profile\":{\"id\":\"new9750\"},\"credentials\":{\"password\":\"Long-Enough-2026!\"}}")
                        .status())
                .isEqualTo(403);
    }
}
