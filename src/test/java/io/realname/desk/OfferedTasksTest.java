package io.realname.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.process.ReviewByPeople;
import io.realname.doors.WebApp;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The pages and counts of Tasklist's filters are what the engine's own query answers. With a pattern that every name has, a
 * query is one that only the engine answers.
 */
@RealnameTest
class OfferedTasksTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TASKS = ENGINE + "/task";
    /** No other test has tasks for them. */
    private static final String ONE = "offered-one";

    private static final String OTHER = "offered-other";
    private static final String PAGE = "?maxResults=15&firstResult=0";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private IdentityService identities;

    private WebApp both;
    private WebApp one;

    @BeforeEach
    void tasksOfTwoGroups() {
        reviews.group(ONE);
        reviews.group(OTHER);
        reviews.person("offered9941", ONE);
        reviews.person("offered9941", OTHER);
        reviews.person("offered9942", ONE);
        both = reviews.loggedIn(walk.port(), "offered9941");
        one = reviews.loggedIn(walk.port(), "offered9942");
        for (int n = 0; n < 6; n++) {
            String task = reviews.task(n % 2 == 0 ? ONE : OTHER);
            due(task, n % 3);
            if (n == 0) {
                tasks.setAssignee(task, "offered9942");
            }
            if (n == 4) {
                // Whoever is in both groups sees it once.
                tasks.addCandidateGroup(task, OTHER);
                reviews.raise(task, 100);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                    | dueDate  | asc
            {                                    | dueDate  | desc
            {                                    | created  | desc
            {                                    | priority | desc
            {                                    | assignee | asc
            {                                    | name     | asc
            {                                    | id       | asc
            {"unassigned":true,                  | dueDate  | asc
            {"assignee":"offered9942",           | dueDate  | asc
            {"assignee":"somebody else",         | dueDate  | asc
            {"minPriority":100,                  | dueDate  | asc
            {"dueBefore":"2026-06-01T00:00:00.000+0000", | dueDate  | asc
            {"dueBefore":"2026-06-01T00:00:00.000+0000","unassigned":true, | created | asc
            """)
    void pagesAndCountsAreThoseOfTheEngine(String criteria, String by, String order) {
        String sorting =
                "\"sorting\":[{\"sortBy\":\"%s\",\"sortOrder\":\"%s\"},{\"sortBy\":\"id\",\"sortOrder\":\"asc\"}]}"
                        .formatted(by, order);
        for (WebApp reviewer : List.of(both, one)) {
            List<String> all = ids(reviewer, criteria + "\"nameLike\":\"%\"," + sorting, "");
            List<String> paged = new ArrayList<>();
            for (int first = 0; first < all.size() + 4; first += 4) {
                paged.addAll(ids(reviewer, criteria + sorting, "?maxResults=4&firstResult=" + first));
            }
            assertThat(paged).isEqualTo(all);
            assertThat(reviewer.post(TASKS + "/count", (criteria + "}").replace(",}", "}"))
                            .at("/count"))
                    .isEqualTo(Integer.toString(all.size()));
        }
    }

    /** What a reviewer types into Tasklist's search is added to the filter. */
    @Test
    void aSearchInAFilterIsNotForgotten() {
        reviews.person("offered9943", "appeal-review");
        WebApp reviewer = reviews.loggedIn(walk.port(), "offered9943");
        reviews.task("appeal-review");
        JsonNode filters = reviewer.get(ENGINE + "/filter?resourceType=Task").body();
        assertThat(filters).hasSize(5);
        for (JsonNode filter : filters) {
            String list = ENGINE + "/filter/" + filter.at("/id").asText() + "/list" + PAGE;
            assertThat(reviewer.post(list, "{\"nameLike\":\"no such name\"}").body())
                    .as(filter.at("/name").asText())
                    .isEmpty();
        }
        assertThat(ids(reviewer, "{\"unassigned\":true}", PAGE)).isNotEmpty();
    }

    /** A grant is compared each time. */
    @Test
    void whoMayNotReadTasksAnyMoreSeesNone() {
        assertThat(ids(one, "{}", PAGE)).isNotEmpty();
        Authorization revoke = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoke.setUserId("offered9942");
        revoke.setResource(Resources.PROCESS_DEFINITION);
        revoke.setResourceId(ReviewByPeople.KEY);
        revoke.removePermission(Permissions.READ_TASK);
        authorizations.saveAuthorization(revoke);
        try {
            assertThat(ids(one, "{\"unassigned\":true}", PAGE)).isEmpty();
            assertThat(one.post(TASKS + "/count", "{\"unassigned\":true}").at("/count"))
                    .isEqualTo("0");
        } finally {
            authorizations.deleteAuthorization(revoke.getId());
        }
    }

    @Test
    void aGroupWithoutGrantsSeesNothing() {
        identities.saveGroup(identities.newGroup("without-grants9945"));
        Authorization login = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        login.setGroupId("without-grants9945");
        login.setResource(Resources.APPLICATION);
        login.setResourceId("tasklist");
        login.addPermission(Permissions.ACCESS);
        authorizations.saveAuthorization(login);
        reviews.person("offered9945", "without-grants9945");
        WebApp without = reviews.loggedIn(walk.port(), "offered9945");
        reviews.task("without-grants9945");

        assertThat(ids(without, "{}", PAGE)).isEmpty();
        assertThat(without.post(TASKS + "/count", "{}").at("/count")).isEqualTo("0");
    }

    private void due(String id, int month) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        task.setDueDate(month == 0 ? null : new Date(1_780_000_000_000L + month * 86_400_000L));
        tasks.saveTask(task);
    }

    private static List<String> ids(WebApp reviewer, String query, String page) {
        JsonNode answer = reviewer.post(TASKS + page, query).body();
        assertThat(answer.isArray()).as(answer.toString()).isTrue();
        return Stream.iterate(0, n -> n < answer.size(), n -> n + 1)
                .map(n -> answer.get(n).at("/id").asText())
                .toList();
    }
}
