package io.realname.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.Multipart;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import io.realname.people.TestPeople;
import java.util.List;
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
        String other = door.idOf(door.start(passport(walk.known(french), 9440, "FRA")));
        String id = withEvidence(door, passport(walk.known(german), 9440, "D"), german);
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

    private String withEvidence(Door door, ObjectNode form, Applicant applicant) {
        String id = door.idOf(door.start(form));
        assertThat(walk.settled(id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);
        assertThat(walk.mall()
                        .upload(
                                "/api/v1/verifications/" + id + "/evidence",
                                Appellant.pictures(Multipart.empty(), List.of(Appellant.FRONT, Appellant.HOLDING)))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private static ObjectNode passport(Applicant applicant, int n, String country) {
        ObjectNode form = applicant.application();
        form.withObject("/document")
                .put("type", "PASSPORT")
                .put("number", TestPeople.passport(n))
                .put("issuingCountry", country);
        return form;
    }
}
