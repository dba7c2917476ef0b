package io.realname.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import io.realname.people.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the form in Tasklist shows of a passport: who issued it, and whether another country has its number. */
@RealnameTest
class PassportReviewTest {

    private static final People PEOPLE = People.of(9440, 9449);
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String READER = "reader9440";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Test
    void theReviewerSeesTheCountryAndIsWarned() {
        Door door = Entrance.TYPED.of(walk.mall());
        Applicant french = PEOPLE.next();
        Applicant german = PEOPLE.next();
        String other = door.idOf(door.start(walk.known(french).applicationWithPassport(9440, "FRA")));
        String id = walk.withPassportPictures(door, german, 9440, "D");
        reviews.person(READER, "appeal-review");
        WebApp reader = reviews.loggedIn(walk.port(), READER);
        String task = reviews.taskOf(id);
        assertThat(reader.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + READER + "\"}")
                        .status())
                .isEqualTo(204);

        Reply view = reader.get("/review/tasks/" + task);

        assertThat(view.at("/applicant/documentType")).isEqualTo("PASSPORT");
        assertThat(view.at("/applicant/issuingCountry/code")).isEqualTo("DEU");
        assertThat(view.at("/applicant/issuingCountry/region")).isEqualTo("DE");
        assertThat(view.at("/applicant/numberUnderTwoCountries")).isEqualTo("true");
        assertThat(view.at("/applicant/realName")).isEqualTo(german.name());
        assertThat(view.response().body()).doesNotContain(TestPeople.passport(9440));

        assertThat(walk.mall().delete("/api/v1/verifications/" + other).status())
                .isEqualTo(200);
        assertThat(reader.get("/review/tasks/" + task).at("/applicant/numberUnderTwoCountries"))
                .isEqualTo("false");
    }
}
