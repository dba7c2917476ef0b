package io.realname.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.dev.TestDatabase;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import io.realname.staff.IdentityProvider;
import io.realname.staff.ProviderBeside;
import io.realname.staff.StaffBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Single sign-on behind a balancer that sends each request to another node. */
class SingleSignOnTwoNodesIT {

    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    @Test
    void aLoginIsBegunAtOneNodeAndFinishedAtAnother() throws Exception {
        SandboxServer sandbox = SandboxServer.start(SandboxSettings.of("sandbox-id", "sandbox-key"));
        JdbcConnectionDetails database = TestDatabase.fresh();
        try (IdentityProvider provider = new IdentityProvider().start();
                Balancer balancer = new Balancer();
                ChildApp first = start(database, sandbox, provider, "first");
                ChildApp second = start(database, sandbox, provider, "second")) {
            balancer.add(first.port());
            balancer.add(second.port());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> balancer.isReady(first.port()) && balancer.isReady(second.port()));
            provider.trusts(balancer.port());
            provider.knows("p9745", "nodes9745", "Nodes", "/realname/reviewers");
            StaffBrowser browser = new StaffBrowser(balancer.port());

            assertThat(browser.login("p9745").response().uri())
                    .hasPort(balancer.port())
                    .hasPath("/login/entered");

            for (int n = 0; n < 4; n++) {
                assertThat(browser.get(TASKS).status()).isEqualTo(200);
            }
            balancer.remove(first.port());
            first.kill();
            assertThat(browser.get(TASKS).status())
                    .as("on the node that is left")
                    .isEqualTo(200);
            browser.post("/camunda/api/admin/auth/user/default/logout", "");
            assertThat(browser.open("/login").response().uri()).hasPath("/login/ended");
            assertThat(browser.get(TASKS).status()).isEqualTo(401);
        }
    }

    private static ChildApp start(
            JdbcConnectionDetails database, SandboxServer sandbox, IdentityProvider provider, String name) {
        Map<String, String> settings = new HashMap<>();
        for (String setting : ProviderBeside.settings(provider)) {
            settings.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        return ChildApp.start(
                database, sandbox.port(), Map.of(), Path.of("target", "single-sign-on", name + ".log"), settings);
    }
}
