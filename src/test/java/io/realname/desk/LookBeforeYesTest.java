package io.realname.desk;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Company;
import io.realname.app.Multipart;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import io.realname.people.TestEnterprises;
import io.realname.people.TestPeople;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reviewer must open and compare before a yes, over HTTP as the form in Tasklist and other programs do it. */
@RealnameTest
class LookBeforeYesTest {

    private static final People PEOPLE = People.of(9500, 9529);
    private static final String GROUP = "appeal-review";
    private static final String OPEN = "Please open every page of the evidence before you approve.";
    private static final String COMPARE = "Please read the document number off and compare it before you approve.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private AuditTrail trail;

    @Test
    void aYesNeedsEveryPictureAndTheNumberAndTheCountry() {
        Applicant german = PEOPLE.next();
        String id = walk.withPassportPictures(walk.typed(), german, 9550, "D");
        WebApp reviewer = desk.reviewer("looker9550", GROUP);
        String task = claimed(reviewer, "looker9550", id);

        Reply shown = reviewer.get("/review/tasks/" + task);
        assertThat(shown.at("/applicant/realName")).isEqualTo(german.name());
        assertThat(shown.at("/applicant/issuingCountry/code")).isEqualTo("DEU");
        assertThat(shown.response().body()).doesNotContain(TestPeople.passport(9550));
        assertThat(shown.body().at("/comparisons/0"))
                .isEqualTo(json("{'person':'APPLICANT','required':true,'done':false,'country':true}"));
        assertThat(refusal(desk.complete(reviewer, task, APPROVE))).contains(OPEN, COMPARE);

        JsonNode evidence = shown.body().at("/evidence");
        assertThat(evidence)
                .hasSize(2)
                .noneSatisfy(item -> assertThat(item.get("opened").asBoolean()).isTrue());
        open(reviewer, task, evidence.get(0));
        assertThat(refusal(desk.complete(reviewer, task, APPROVE))).contains(OPEN);
        open(reviewer, task, evidence.get(1));
        assertThat(refusal(desk.complete(reviewer, task, APPROVE))).isEqualTo(COMPARE);

        assertProblem(
                read(reviewer, task, "APPLICANT", TestPeople.passport(9550), null),
                422,
                "INVALID_APPLICATION",
                "/issuingCountry",
                "REQUIRED");
        Reply wrong = read(reviewer, task, "APPLICANT", TestPeople.passport(9550), "FRA");
        assertThat(wrong.at("/documentNumber")).isEqualTo("SAME");
        assertThat(wrong.at("/issuingCountry")).isEqualTo("DIFFERS");
        assertThat(read(reviewer, task, "APPLICANT", TestPeople.passport(9551), "D<<")
                        .at("/documentNumber"))
                .isEqualTo("DIFFERS");
        assertThat(refusal(desk.complete(reviewer, task, APPROVE))).isEqualTo(COMPARE);
        Reply right = read(reviewer, task, "APPLICANT", TestPeople.passport(9550), "d<<");
        assertThat(right.at("/issuingCountry")).isEqualTo("SAME");

        Reply again = reviewer.get("/review/tasks/" + task);
        assertThat(again.body().at("/comparisons/0/done").asBoolean()).isTrue();
        assertThat(again.body().at("/evidence"))
                .allSatisfy(item -> assertThat(item.get("opened").asBoolean()).isTrue());
        assertThat(desk.complete(reviewer, task, APPROVE).status()).isEqualTo(204);
        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(events(id, AuditEvent.APPLICATION_VIEWED))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo("user:looker9550"));
    }

    /**
     * One passport was verified as German and is now stated as French. It goes to two people with a warning. Neither
     * can approve, because the passport says D.
     */
    @Test
    void onePassportDoesNotVerifyTwoAccountsUnderTwoCountries() {
        Applicant first = PEOPLE.next();
        String german = walk.withPassportPictures(walk.typed(), first, 9560, "DEU");
        desk.decide("looker9560", GROUP, german, APPROVE);
        assertThat(walk.settled(german).at("/outcome/code")).isEqualTo("VERIFIED");
        Applicant second = PEOPLE.next();
        String french = walk.withPassportPictures(walk.typed(), second, 9560, "FRA");

        WebApp reviewer = desk.reviewer("looker9561", GROUP);
        String task = claimed(reviewer, "looker9561", french);
        Reply shown = reviewer.get("/review/tasks/" + task);
        assertThat(shown.at("/applicant/numberUnderTwoCountries")).isEqualTo("true");
        shown.body().at("/evidence").forEach(item -> open(reviewer, task, item));
        assertThat(read(reviewer, task, "APPLICANT", TestPeople.passport(9560), "D<<")
                        .at("/issuingCountry"))
                .isEqualTo("DIFFERS");

        assertThat(refusal(desk.complete(reviewer, task, APPROVE))).isEqualTo(COMPARE);
        assertThat(desk.tasks(french)).hasSize(1);
        assertThat(walk.mall()
                        .get("/api/v1/accounts/" + second.account() + "/verification")
                        .at("/status"))
                .isEqualTo("UNVERIFIED");
    }

    /** The register does not confirm the data, so only the reviewers confirm the legal person. */
    @Test
    void theLegalPersonIsComparedWhereTheRegisterDoesNotConfirmThem() {
        Applicant holder = PEOPLE.next();
        walk.verified(walk.typed(), holder);
        Company company =
                Company.of(holder.account(), 950_500).withCreditCode(TestEnterprises.creditCode(950_500, "01"));
        String id = walk.mall()
                .upload(
                        "/api/v1/enterprise-verifications",
                        Appellant.pictures(
                                Multipart.empty()
                                        .json(
                                                "enterprise",
                                                company.application().toString()),
                                Company.ALL))
                .at("/id");
        await().atMost(Duration.ofSeconds(20)).until(() -> desk.tasks(id).size() == 1);
        WebApp reviewer = desk.reviewer("looker9570", "enterprise-review");
        String task = claimed(reviewer, "looker9570", id);
        Reply shown = reviewer.get("/review/tasks/" + task);

        assertThat(shown.at("/enterprise/legalPersonName"))
                .isEqualTo(company.legalPerson().name());
        assertThat(shown.at("/enterprise/legalPersonBirthDate")).isNotEmpty();
        assertThat(shown.response().body()).doesNotContain(company.legalPerson().residentId());
        assertThat(shown.body().at("/comparisons"))
                .isEqualTo(json("[{'person':'APPLICANT','required':false,'done':false,'country':false},"
                        + "{'person':'LEGAL_PERSON','required':true,'done':false,'country':false}]"));
        shown.body().at("/evidence").forEach(item -> open(reviewer, task, item));
        assertThat(refusal(desk.complete(reviewer, task, APPROVE))).isEqualTo(COMPARE);
        assertThat(read(reviewer, task, "LEGAL_PERSON", holder.residentId(), null)
                        .at("/documentNumber"))
                .isEqualTo("DIFFERS");
        assertThat(read(reviewer, task, "LEGAL_PERSON", company.legalPerson().residentId(), null)
                        .at("/documentNumber"))
                .isEqualTo("SAME");
        assertThat(desk.complete(reviewer, task, APPROVE).status()).isEqualTo(204);
        assertThat(desk.tasks(id)).as("a second person decides too").hasSize(1);
    }

    @Test
    void theApplicantHearsByCodeWhatIsMissing() {
        Applicant applicant = PEOPLE.next();
        String id = walk.withPassportPictures(walk.typed(), applicant, 9575, "FRA");
        WebApp reviewer = desk.reviewer("looker9575", GROUP);
        String task = claimed(reviewer, "looker9575", id);
        assertThat(reviewer.get("/review/tasks/" + task).body().at("/missing"))
                .isEqualTo(json("['documentFront','holdingDocument','other']"));

        Reply refused = desk.complete(reviewer, task, Map.of("decision", "ASK", "missing", "documentBack"));
        assertThat(refusal(refused))
                .as("a passport has no back")
                .isEqualTo("This application cannot have such evidence.");
        assertThat(desk.complete(reviewer, task, Map.of("decision", "ASK", "missing", "documentFront, other"))
                        .status())
                .isEqualTo(204);

        Reply asked = walk.settled(id);
        assertThat(asked.at("/action/reason")).isEqualTo("REVIEWER_ASKS");
        assertThat(asked.body().at("/action/missing")).isEqualTo(json("['documentFront','other']"));
        assertThat(asked.at("/action/message")).isNotEmpty();
        assertThat(add(id, "documentFront").at("/status")).isEqualTo("ACTION_REQUIRED");
        Reply still = walk.settled(id);
        assertThat(still.at("/action/reason")).isEqualTo("REVIEWER_ASKS");
        assertThat(still.body().at("/action/missing")).isEqualTo(json("['other']"));
        assertThat(add(id, "other").at("/status")).isEqualTo("IN_PROGRESS");
        assertThat(desk.tasks(id)).hasSize(1);
    }

    private Reply add(String id, String kind) {
        return walk.mall()
                .upload(
                        "/api/v1/verifications/" + id + "/evidence",
                        Appellant.pictures(Multipart.empty(), List.of(kind)));
    }

    private String claimed(WebApp reviewer, String login, String application) {
        String task = desk.task(application);
        assertThat(desk.claim(reviewer, login, task).status()).isEqualTo(204);
        return task;
    }

    private static void open(WebApp reviewer, String task, JsonNode item) {
        for (int page = 0; page < item.get("pages").asInt(); page++) {
            assertThat(reviewer.get("/review/tasks/" + task + "/evidence/"
                                    + item.get("id").asText() + "?page=" + page)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Reply read(WebApp reviewer, String task, String person, String number, @Nullable String country) {
        ObjectNode body = JSON.createObjectNode().put("person", person).put("documentNumber", number);
        if (country != null) {
            body.put("issuingCountry", country);
        }
        return reviewer.post("/review/tasks/" + task + "/reading", body.toString());
    }

    /** The message that Tasklist shows. */
    private static String refusal(Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(422);
        return reply.at("/message");
    }

    private List<AuditEntry> events(String id, AuditEvent event) {
        return trail.of(UUID.fromString(id)).stream()
                .filter(entry -> entry.event() == event)
                .toList();
    }

    private static JsonNode json(String singleQuoted) {
        try {
            return JSON.readTree(singleQuoted.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
