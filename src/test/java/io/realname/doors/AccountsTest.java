package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The account directory, and what an account shows of its verification. */
@RealnameTest
class AccountsTest {

    private static final People PEOPLE = People.of(1900, 1999);
    private static final String AT_THE_MALL = "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\"}";

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anAccountIsMadeKnownAndThenReplaced() {
        String path = path(PEOPLE.next());

        Reply created = walk.accounts()
                .put(
                        path,
                        "{\"site\":\"JD_CLOUD\",\"kind\":\"PERSONAL\",\"mobile\":\"13800138000\",\"openBusiness\":[\"LOAN\"]}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.response().body()).isEmpty();
        assertThat(walk.accounts()
                        .put(path, "{\"site\":\"JD_CLOUD\",\"kind\":\"PERSONAL\"}")
                        .status())
                .isEqualTo(200);
        assertThat(walk.accounts()
                        .put(
                                path,
                                "{\"site\":\"JD_CLOUD\",\"kind\":\"ENTERPRISE\",\"mobile\":null,\"openBusiness\":[]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyTheAccountServiceMay() {
        String path = path(PEOPLE.next());

        assertProblem(walk.mall().put(path, AT_THE_MALL), 403, "FORBIDDEN");
        assertProblem(walk.console().put(path, AT_THE_MALL), 403, "FORBIDDEN");
        assertProblem(Client.named("metrics", walk.port()).put(path, AT_THE_MALL), 403, "FORBIDDEN");
        assertProblem(Client.nobody(walk.port()).put(path, AT_THE_MALL), 401, "UNAUTHORIZED");
        assertProblem(walk.accounts().get(path + "/verification"), 404, "NOT_FOUND");
    }

    @Test
    void anAccountStaysAtItsSite() {
        Applicant applicant = walk.known(PEOPLE.next());

        assertProblem(
                walk.accounts().put(path(applicant), "{\"site\":\"JD_CLOUD\",\"kind\":\"PERSONAL\"}"),
                422,
                "INVALID_APPLICATION",
                "/site",
                "SITE_CANNOT_CHANGE");
        assertThat(walk.mall().get(path(applicant) + "/verification").at("/site"))
                .isEqualTo("JD_MALL");
    }

    /** Otherwise an enterprise's account would be the one account that the person may verify at the site. */
    @Test
    void anAccountThatIsBeingVerifiedStaysAPersons() {
        Applicant applicant = walk.known(PEOPLE.next());
        String enterprise = "{\"site\":\"JD_MALL\",\"kind\":\"ENTERPRISE\"}";
        String id = walk.waitingForCode(Entrance.TYPED.of(walk.mall()), applicant);

        assertProblem(walk.accounts().put(path(applicant), enterprise), 409, "APPLICATION_IN_PROGRESS");
        assertThat(walk.accounts().put(path(applicant), AT_THE_MALL).status()).isEqualTo(200);
        assertThat(walk.mall().delete("/api/v1/verifications/" + id).status()).isEqualTo(200);

        assertThat(walk.accounts().put(path(applicant), enterprise).status()).isEqualTo(200);
    }

    @Test
    void wrongFieldsAreNamed() {
        Applicant applicant = PEOPLE.next();
        String path = path(applicant);

        assertInvalid(path, "{\"kind\":\"PERSONAL\"}", "/site", "REQUIRED");
        assertInvalid(path, "{\"site\":null,\"kind\":\"PERSONAL\"}", "/site", "REQUIRED");
        assertInvalid(path, "{\"site\":\"JD_MOON\",\"kind\":\"PERSONAL\"}", "/site", "UNKNOWN_SITE");
        assertInvalid(path, "{\"site\":\"jd_mall\",\"kind\":\"PERSONAL\"}", "/site", "INVALID_FORMAT");
        assertInvalid(path, "{\"site\":\"JD_MALL\"}", "/kind", "REQUIRED");
        assertInvalid(path, withMore("\"mobile\":\"1380013800\""), "/mobile", "INVALID_FORMAT");
        assertInvalid(path, withMore("\"mobile\":\"\""), "/mobile", "REQUIRED");
        assertInvalid(path, withMore("\"mobile\":\"+85261234567\""), "/mobile", "NOT_A_MAINLAND_MOBILE");
        assertInvalid(path, withMore("\"openBusiness\":[null]"), "/openBusiness", "INVALID_FORMAT");
        assertInvalid(path, withMore("\"openBusiness\":[\"\"]"), "/openBusiness", "INVALID_FORMAT");
        assertInvalid(path, withMore("\"openBusiness\":[\"LO\\u0000AN\"]"), "/openBusiness", "INVALID_FORMAT");
        assertInvalid("/api/v1/accounts/a", AT_THE_MALL, "/userName", "INVALID_FORMAT");
        assertInvalid("/api/v1/accounts/a%20b", AT_THE_MALL, "/userName", "INVALID_FORMAT");
        assertInvalid("/api/v1/accounts/" + "a".repeat(65), AT_THE_MALL, "/userName", "INVALID_FORMAT");
        assertProblem(walk.mall().get(path + "/verification"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"JD_MALL\"",
                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\"",
                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\"} x",
                "{\"site\":\"JD_MALL\",\"kind\":\"ROBOT\"}",
                "{\"site\":\"JD_MALL\",\"kind\":0}",
                "{\"site\":1,\"kind\":\"PERSONAL\"}",
                "{\"site\":\"JD_MALL\",\"site\":\"JD_CLOUD\",\"kind\":\"PERSONAL\"}",
                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\",\"mobil\":\"13800138000\"}",
                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\",\"mobile\":13800138000}",
                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\",\"openBusiness\":\"LOAN\"}",
                "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\",\"openBusiness\":[1]}"
            })
    void malformedIsRefused(String body) {
        Applicant applicant = PEOPLE.next();

        assertProblem(walk.accounts().put(path(applicant), body), 400, "MALFORMED_REQUEST");
        assertProblem(walk.mall().get(path(applicant) + "/verification"), 404, "NOT_FOUND");
    }

    @Test
    void namesMayBeOfAnyScript() {
        String path = "/api/v1/accounts/" + URLEncoder.encode("林斌_1900@mall", StandardCharsets.UTF_8);

        assertThat(walk.accounts().put(path, AT_THE_MALL).status()).isEqualTo(201);
        assertThat(walk.mall().get(path + "/verification").at("/account")).isEqualTo("林斌_1900@mall");
    }

    @Test
    void aVerifiedAccountShowsHowItWasVerifiedMasked() {
        Applicant applicant = PEOPLE.next();
        walk.known(applicant);
        Reply before = walk.mall().get(path(applicant) + "/verification");
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.at("/status")).isEqualTo("UNVERIFIED");
        assertThat(before.at("/account")).isEqualTo(applicant.account());

        walk.verified(Entrance.TYPED.of(walk.mall()), applicant);

        for (Client client : List.of(walk.mall(), walk.console(), walk.accounts())) {
            Reply shown = client.get(path(applicant) + "/verification");
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.at("/account")).isEqualTo(applicant.account());
            assertThat(shown.at("/site")).isEqualTo("JD_MALL");
            assertThat(shown.at("/status")).isEqualTo("VERIFIED");
            assertThat(shown.at("/method")).isEqualTo("BANK_CARD");
            assertThat(shown.at("/verifiedAt")).endsWith("Z");
            assertThat(shown.at("/document/type")).isEqualTo("RESIDENT_ID");
            assertThat(shown.at("/realName").startsWith("*"))
                    .as("the name is masked")
                    .isTrue();
            assertThat(shown.at("/document/number").matches("[0-9]\\*{12}[0-9X]"))
                    .as("the number is masked")
                    .isTrue();
            Problems.assertNothingPersonalIn(shown, applicant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody_knows", "a", "a%20b", "%E2%98%83%E2%98%83", "0198c0de-0000-7000-8000-000000000000"})
    void anAccountNobodyMadeKnownIsNotThere(String userName) {
        assertProblem(walk.mall().get("/api/v1/accounts/" + userName + "/verification"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource
    void anEnterprisesAccountIsNotVerifiedAsAPersons(Entrance entrance) {
        Applicant applicant = PEOPLE.next();
        assertThat(walk.accounts()
                        .put(path(applicant), "{\"site\":\"JD_MALL\",\"kind\":\"ENTERPRISE\"}")
                        .status())
                .isEqualTo(201);
        Stored before = Stored.in(jdbc);

        assertProblem(
                entrance.of(walk.mall()).start(applicant.application()),
                422,
                "INVALID_APPLICATION",
                "/account",
                "ENTERPRISE_ACCOUNT");
        before.nothingSince(jdbc);
    }

    @Test
    void theListOfBanksIsPublic() {
        Reply banks = Client.nobody(walk.port()).get("/api/v1/banks");

        assertThat(banks.status()).isEqualTo(200);
        assertThat(banks.body().findValuesAsText("code"))
                .contains("ICBC", "CMB")
                .doesNotHaveDuplicates();
    }

    private void assertInvalid(String path, String body, String pointer, String code) {
        assertProblem(walk.accounts().put(path, body), 422, "INVALID_APPLICATION", pointer, code);
    }

    private static String withMore(String fields) {
        return "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\"," + fields + "}";
    }

    private static String path(Applicant applicant) {
        return "/api/v1/accounts/" + applicant.account();
    }
}
