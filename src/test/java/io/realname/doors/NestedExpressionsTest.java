package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * CVE-2026-109432: in 7.24.0 everybody who may log in can run code through expressions in the sub-queries of a task
 * query. Here such expressions are refused and not evaluated, even for somebody who may create filters.
 */
@RealnameTest
class NestedExpressionsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String USER = "nestedreader";
    private static final String PASSWORD = "Long-Enough-2026!";
    private static final String TRACE = "realname.test.expression-was-run";
    private static final String CODE =
            "${systemProperties.setProperty('" + TRACE + "','yes') == null ? 'somebody' : 'else'}";

    @Autowired
    private Walk walk;

    @Autowired
    private IdentityService identities;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @BeforeEach
    void somebodyMayUseTasklistAndMakeFilters() {
        User user = identities.newUser(USER);
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        grant(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(Resources.FILTER, Authorization.ANY, Permissions.ALL);
        System.clearProperty(TRACE);
    }

    @AfterEach
    void nobodyMay() {
        filters.createFilterQuery().filterOwner(USER).list().forEach(filter -> filters.deleteFilter(filter.getId()));
        authorizations
                .createAuthorizationQuery()
                .userIdIn(USER)
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        identities.deleteUser(USER);
        System.clearProperty(TRACE);
    }

    /** A stored filter of an administrator may contain expressions. Without this, the other tests prove nothing. */
    @Test
    void theExpressionLeavesATraceWhereItIsRun() {
        Filter filter = filters.newTaskFilter("trace")
                .setOwner(USER)
                .setQuery(tasks.createTaskQuery().taskAssigneeExpression(CODE));
        filters.saveFilter(filter);

        filters.list(filter.getId());

        assertThat(System.getProperty(TRACE)).isEqualTo("yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression",
                "assigneeLikeExpression",
                "ownerExpression",
                "candidateUserExpression",
                "candidateGroupExpression",
                "candidateGroupsExpression",
                "involvedUserExpression",
                "processInstanceBusinessKeyExpression",
                "processInstanceBusinessKeyLikeExpression",
                "createdAfterExpression",
                "dueBeforeExpression",
                "followUpAfterExpression"
            })
    void noQueryRunsOne(String field) {
        WebApp tasklist = loggedIn();
        String query = nested(field);

        assertRefused(tasklist.post(ENGINE + "/task", query));
        assertRefused(tasklist.post(ENGINE + "/task/count", query));
        assertRefused(tasklist.post(ENGINE + "/task?firstResult=0&maxResults=10", query));
    }

    @Test
    void topLevelExpressionsAreRefusedAsTheEngineDoes() {
        WebApp tasklist = loggedIn();
        String query = "{\"assigneeExpression\":\"" + CODE + "\"}";

        assertRefused(tasklist.post(ENGINE + "/task", query), 400);
        assertRefused(tasklist.post(ENGINE + "/task/count", query), 400);
    }

    @Test
    void noFilterHoldsOneOrIsExtendedByOne() {
        WebApp tasklist = loggedIn();
        String query = nested("assigneeExpression");

        assertRefused(tasklist.post(ENGINE + "/filter/create", filter(query)));
        Reply created = tasklist.post(ENGINE + "/filter/create", filter("{}"));
        assertThat(created.status()).as(created.response().body()).isEqualTo(200);
        String path = ENGINE + "/filter/" + created.at("/id");
        assertRefused(tasklist.send("PUT", path, filter(query), "application/json"));
        assertRefused(tasklist.post(path + "/list", query));
        assertRefused(tasklist.post(path + "/count", query));
        // For a single result, the engine answers every failure in this way.
        assertRefused(tasklist.post(path + "/singleResult", query), 400);
    }

    @Test
    void aHarmlessSubQueryStillWorks() {
        WebApp tasklist = loggedIn();
        String query = "{\"orQueries\":[{\"assignee\":\"" + USER + "\",\"unassigned\":true}]}";

        assertThat(tasklist.post(ENGINE + "/task", query).status()).isEqualTo(200);
        assertThat(tasklist.post(ENGINE + "/task/count", query).status()).isEqualTo(200);
        Reply created = tasklist.post(ENGINE + "/filter/create", filter(query));
        assertThat(created.status()).as(created.response().body()).isEqualTo(200);
        assertThat(tasklist.post(ENGINE + "/filter/" + created.at("/id") + "/list", query)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoHasNoGrantMakesNoFilters() {
        authorizations
                .createAuthorizationQuery()
                .userIdIn(USER)
                .resourceType(Resources.FILTER)
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));

        assertThat(loggedIn().post(ENGINE + "/filter/create", filter("{}")).status())
                .isEqualTo(403);
    }

    private WebApp loggedIn() {
        WebApp tasklist = WebApp.open(walk.port());
        assertThat(tasklist.login(USER, PASSWORD).status()).isEqualTo(200);
        return tasklist;
    }

    private static void assertRefused(Reply reply) {
        assertRefused(reply, 403);
    }

    private static void assertRefused(Reply reply, int status) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
        assertThat(System.getProperty(TRACE)).as("the trace of an expression").isNull();
    }

    private static String nested(String field) {
        return "{\"orQueries\":[{\"" + field + "\":\"" + CODE + "\"}]}";
    }

    private static String filter(String query) {
        return "{\"resourceType\":\"Task\",\"name\":\"mine\",\"owner\":\"" + USER + "\",\"query\":" + query
                + ",\"properties\":{}}";
    }

    private void grant(Resource resource, String id, Permission permission) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(USER);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }
}
