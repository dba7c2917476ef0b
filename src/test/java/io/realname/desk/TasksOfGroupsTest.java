package io.realname.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees which tasks, on every route. Beside each refusal is a person who is not refused. */
@RealnameTest
class TasksOfGroupsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String UNASSIGNED = "Unassigned · 待认领";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private FilterService filters;

    private WebApp appeal;
    private WebApp colleague;
    private WebApp senior;
    private WebApp admin;
    private String task;

    @BeforeEach
    void everybodyIsLoggedIn() {
        reviews.person("appeal8200", "appeal-review");
        reviews.person("appeal8201", "appeal-review");
        reviews.person("senior8200", "senior-review");
        appeal = reviews.loggedIn(walk.port(), "appeal8200");
        colleague = reviews.loggedIn(walk.port(), "appeal8201");
        senior = reviews.loggedIn(walk.port(), "senior8200");
        admin = WebApp.open(walk.port());
        assertThat(admin.login("admin", "Cockpit-Demo-2026").status()).isEqualTo(200);
        task = reviews.task("appeal-review");
    }

    @Test
    void listsAndCountsHoldTheTasksOfOnesGroups() {
        String of = "{\"processInstanceId\":\"" + reviews.reviewOf(task) + "\"}";

        for (WebApp sees : List.of(appeal, colleague, admin)) {
            assertThat(ids(sees.post(ENGINE + "/task", of))).containsExactly(task);
            assertThat(sees.post(ENGINE + "/task/count", of).at("/count")).isEqualTo("1");
        }
        assertThat(ids(senior.post(ENGINE + "/task", of))).isEmpty();
        assertThat(senior.post(ENGINE + "/task/count", of).at("/count")).isEqualTo("0");
        assertThat(ids(senior.get(ENGINE + "/task?maxResults=1000"))).doesNotContain(task);
        assertThat(ids(appeal.get(ENGINE + "/task?maxResults=1000"))).contains(task);
    }

    /** No query shows callers more than they may see. */
    @Test
    void noQueryReachesFurther() {
        for (String asked : List.of(
                "{\"taskId\":\"" + task + "\"}",
                "{\"candidateGroup\":\"appeal-review\",\"includeAssignedTasks\":true}",
                "{\"candidateGroups\":[\"appeal-review\",\"senior-review\"]}",
                "{\"orQueries\":[{\"candidateGroup\":\"appeal-review\",\"unassigned\":true,\"assigned\":true}]}",
                "{\"withCandidateGroups\":true}",
                "{\"unassigned\":true}",
                "{\"involvedUser\":\"appeal8200\"}")) {
            assertThat(ids(senior.post(ENGINE + "/task", asked))).as(asked).doesNotContain(task);
        }
    }

    @Test
    void aSingleTaskIsThereForItsGroupOnly() {
        for (String part : List.of("", "/form", "/deployed-form", "/identity-links")) {
            assertThat(appeal.get(ENGINE + "/task/" + task + part).status())
                    .as(part)
                    .isEqualTo(200);
            assertThat(senior.get(ENGINE + "/task/" + task + part).status())
                    .as(part)
                    .isIn(403, 404);
        }
    }

    @Test
    void filtersAreNarrowedAndStayAsTheyAre() {
        Filter filter = filters.createFilterQuery().filterName(UNASSIGNED).singleResult();
        String list = ENGINE + "/filter/" + filter.getId() + "/list";
        String stored = query(filter);

        assertThat(ids(appeal.get(list))).contains(task);
        assertThat(ids(senior.get(list))).doesNotContain(task);
        assertThat(appeal.get(ENGINE + "/filter/" + filter.getId() + "/count").at("/count"))
                .isNotEqualTo(senior.get(ENGINE + "/filter/" + filter.getId() + "/count")
                        .at("/count"));
        assertThat(query(filter)).isEqualTo(stored);
    }

    private String query(Filter filter) {
        return admin.get(ENGINE + "/filter/" + filter.getId())
                .body()
                .at("/query")
                .toString();
    }

    @Test
    void onlyTheGroupClaimsAndOnlyForThemselves() {
        String claim = ENGINE + "/task/" + task + "/claim";

        assertThat(senior.post(claim, user("senior8200")).status()).isEqualTo(403);
        assertThat(appeal.post(claim, user("appeal8201")).status()).isEqualTo(403);
        assertThat(appeal.post(ENGINE + "/task/" + task + "/assignee", user("appeal8200"))
                        .status())
                .isEqualTo(403);
        assertThat(reviews.assignee(task)).isEqualTo("null");
        assertThat(appeal.post(claim, user("appeal8200")).status()).isEqualTo(204);
        assertThat(reviews.assignee(task)).isEqualTo("appeal8200");
    }

    @Test
    void aClaimedTaskIsSeenByTheGroupAndWorkedOnByItsHolder() {
        assertThat(appeal.post(ENGINE + "/task/" + task + "/claim", user("appeal8200"))
                        .status())
                .isEqualTo(204);

        assertThat(colleague.get(ENGINE + "/task/" + task).at("/assignee")).isEqualTo("appeal8200");
        assertThat(colleague.post(ENGINE + "/task/" + task + "/unclaim", "").status())
                .isEqualTo(403);
        assertThat(colleague
                        .post(ENGINE + "/task/" + task + "/claim", "{\"userId\":null}")
                        .status())
                .as("a claim for nobody")
                .isEqualTo(403);
        assertThat(reviews.assignee(task)).isEqualTo("appeal8200");
        assertThat(appeal.post(ENGINE + "/task/" + task + "/unclaim", "").status())
                .isEqualTo(204);
        assertThat(reviews.assignee(task)).isEqualTo("null");
    }

    private static String user(String id) {
        return "{\"userId\":\"" + id + "\"}";
    }

    private static List<String> ids(Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        Stream.iterate(0, i -> i + 1)
                .limit(reply.body().size())
                .forEach(i -> ids.add(reply.body().get(i).at("/id").asText()));
        return ids;
    }
}
