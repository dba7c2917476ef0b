package io.realname.desk;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.app.Appellant;
import io.realname.app.Client.Reply;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reviewer finds of their own decisions, and a lead of everybody's. */
@RealnameTest
class DecidedReviewsTest {

    private static final People PEOPLE = People.of(9530, 9539);
    private static final List<String> ALL =
            List.of(Appellant.FRONT, Appellant.BACK, Appellant.HOLDING, Appellant.CERTIFICATE);

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    @Test
    void decisionsAreFoundAgainAndCounted() {
        Appellant appellant = Appellant.of(walk, PEOPLE, "JD_MALL");
        String appeal = walk.mall()
                .upload("/api/v1/appeals", appellant.form(appellant.notMyOperation(), ALL))
                .at("/id");
        desk.decide("counted9530", "appeal-review", appeal, Map.of("decision", "APPROVE"));
        desk.decide(
                "counted9531", "appeal-review", appeal, Map.of("decision", "REJECT", "reason", "FORGERY_SUSPECTED"));

        Reply mine = desk.reviewer("counted9531", "appeal-review").get("/review/decisions");

        assertThat(mine.body()).hasSize(1);
        assertThat(mine.at("/0/caseNumber"))
                .isEqualTo(CaseNumber.of(UUID.fromString(appeal)).value());
        assertThat(mine.at("/0/step")).isEqualTo("SECOND");
        assertThat(mine.at("/0/reason")).isEqualTo("FORGERY_SUSPECTED");
        assertThat(mine.at("/0/outcome")).isEqualTo("APPEAL_REJECTED");
        assertThat(mine.response().body())
                .doesNotContain(
                        appellant.person().name(),
                        appellant.account(),
                        appellant.person().residentId());

        Reply team = desk.reviewer("lead9530", "senior-review").get("/review/team");
        assertThat(team.status()).isEqualTo(200);
        assertThat(team.body().at("/waiting/older").isNumber()).isTrue();
        JsonNode first = person(team, "counted9530");
        assertThat(first.get("decisions").asInt()).isEqualTo(1);
        assertThat(first.get("approved").asInt()).isEqualTo(1);
        assertThat(first.get("disagreed").asInt()).isEqualTo(1);
        assertThat(person(team, "counted9531").get("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void figuresOfOthersAreForLeads() {
        WebApp reviewer = desk.reviewer("counted9532", "appeal-review");

        assertThat(reviewer.get("/review/decisions").body()).isEmpty();
        assertProblem(reviewer.get("/review/team"), 403, "FORBIDDEN");
        assertProblem(WebApp.open(walk.port()).get("/review/decisions"), 401, "UNAUTHORIZED");
        assertProblem(WebApp.open(walk.port()).get("/review/team"), 401, "UNAUTHORIZED");
        assertThat(walk.mall().get("/review/team").status()).isEqualTo(401);
    }

    private static JsonNode person(Reply team, String login) {
        for (JsonNode person : team.body().get("people")) {
            if (person.get("reviewer").asText().equals(login)) {
                return person;
            }
        }
        throw new AssertionError(login);
    }
}
