package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** CVE-2026-77226: in 7.24.0 anybody can create an administrator while there is none. Here nobody can. */
@RealnameTest
class FirstAdministratorTest {

    private static final String ADMIN = "admin";
    private static final String INTRUDER = "intruder";
    private static final String SETUP = "/camunda/api/admin/setup/default/user/create";
    private static final String BODY = """
            {"profile":{"id":"intruder","firstName":"In","lastName":"Truder","email":"i@example.org"},
             "credentials":{"password":"Long-Enough-2026!"}}
            """;

    @Autowired
    private Walk walk;

    @Autowired
    private IdentityService identities;

    @BeforeEach
    void thereIsNoAdministrator() {
        identities.deleteMembership(ADMIN, Groups.CAMUNDA_ADMIN);
        assertThat(identities
                        .createUserQuery()
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count())
                .isZero();
    }

    @AfterEach
    void thereIsOneAgain() {
        identities.createMembership(ADMIN, Groups.CAMUNDA_ADMIN);
        identities.deleteUser(INTRUDER);
    }

    @Test
    void theSetUpIsRefused() {
        assertProblem(WebApp.open(walk.port()).post(SETUP, BODY), 403, "FORBIDDEN");
        assertProblem(walk.mall().post(SETUP, BODY), 403, "FORBIDDEN");
        assertNobodyCameIn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SETUP + "/",
                SETUP + ";x=y",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/x/%2e%2e/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setu%70/default/user/create",
                "/camunda/api/admin%2Fsetup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin;x=y/setup/default/user/create",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api/admin/;x/setup/default/user/create",
                "/camunda/api/admin/SETUP/default/user/create",
                "/CAMUNDA/api/admin/setup/default/user/create",
                "/%63amunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/cockpit/../admin/setup/default/user/create",
                "/camunda/api/engine/..;/admin/setup/default/user/create",
                "/camunda/api/admin/setup/%64efault/user/create"
            })
    void noDetourLeadsThere(String path) {
        assertThat(WebApp.open(walk.port()).post(path, BODY).status()).isBetween(400, 499);
        assertNobodyCameIn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/setup",
                "/camunda/app/admin/default/Setup/",
                "/camunda/app/admin//default/setup/",
                "/camunda/app/admin/default/%73etup/",
                "/camunda/app/admin/default/setup/;x"
            })
    void thePageIsRefusedToo(String path) {
        assertThat(WebApp.open(walk.port()).get(path).status()).isBetween(400, 499);
    }

    private void assertNobodyCameIn() {
        assertThat(identities.createUserQuery().userId(INTRUDER).count()).isZero();
        assertThat(identities
                        .createUserQuery()
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count())
                .isZero();
    }
}
