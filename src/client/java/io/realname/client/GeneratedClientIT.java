package io.realname.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.Applicant;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.client.api.AccountsApi;
import io.realname.client.api.BanksApi;
import io.realname.client.api.VerificationsApi;
import io.realname.client.model.Account;
import io.realname.client.model.Application;
import io.realname.client.model.BankCard;
import io.realname.client.model.Document;
import io.realname.client.model.MobileCode;
import io.realname.client.model.NewUserApplication;
import io.realname.client.model.Problem;
import io.realname.client.model.SupportedBank;
import io.realname.client.model.Verification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a developer gets who generates a Java client from the API document: it compiles, walks, and outlives growth. */
@RealnameTest
class GeneratedClientIT {

    private static final People PEOPLE = People.of(9800, 9819);

    @Autowired
    private Walk walk;

    @Test
    void itWalksAVerification() throws ApiException {
        Applicant applicant = PEOPLE.next();
        new AccountsApi(client("accounts"))
                .putAccount(applicant.account(), new Account().site("JD_MALL").kind(Account.KindEnum.PERSONAL));
        VerificationsApi verifications = new VerificationsApi(client("mall"));

        Application started = verifications.startVerification(
                application(applicant), UUID.randomUUID().toString());
        assertThat(started.getStatus()).isEqualTo("IN_PROGRESS");
        assertThat(started.getAction()).isNull();

        Application waiting = verifications.getVerification(started.getId(), 20);
        assertThat(waiting.getAction().getType()).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(waiting.getAction().getAttemptsLeft()).isEqualTo(5);
        assertThat(waiting.getAction().getExpiresAt()).isAfter(waiting.getCreatedAt());

        verifications.submitMobileCode(started.getId(), new MobileCode().code(walk.code(applicant.mobile())), null);
        Application ended = verifications.getVerification(started.getId(), 20);
        assertThat(ended.getStatus()).isEqualTo("SUCCEEDED");
        assertThat(ended.getOutcome().getCode()).isEqualTo("VERIFIED");
        assertThat(ended.getOutcome().getOptions()).isEmpty();

        Verification shown = new AccountsApi(client("mall")).getAccountVerification(applicant.account());
        assertThat(shown.getStatus()).isEqualTo("VERIFIED");
        assertThat(shown.getMethod()).isEqualTo("BANK_CARD");
        assertThat(shown.getDocument().getType()).isEqualTo("RESIDENT_ID");
        assertThat(shown.getLicence()).isNull();
        assertThat(shown.getVerifiedAt()).isNotNull();
    }

    @Test
    void itReadsRefusals() {
        VerificationsApi verifications = new VerificationsApi(client("mall"));
        NewUserApplication application = application(PEOPLE.next());

        assertThatThrownBy(() -> verifications.startVerification(application, null))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(422);
                    Problem problem = read(refused.getResponseBody(), Problem.class);
                    assertThat(problem.getCode()).isEqualTo("INVALID_APPLICATION");
                    assertThat(problem.getErrors())
                            .singleElement()
                            .satisfies(error -> assertThat(error.getPointer() + " " + error.getCode())
                                    .isEqualTo("/account UNKNOWN_ACCOUNT"));
                });
    }

    @Test
    void itReadsTheBanks() throws ApiException {
        assertThat(new BanksApi(client("mall")).listBanks())
                .isNotEmpty()
                .extracting(SupportedBank::getCardTypes)
                .allSatisfy(types -> assertThat(types).isNotEmpty());
    }

    /** Written by an app that is newer than the client: each word that it has never heard of is read all the same. */
    @Test
    void itReadsWhatIsNewerThanItself() {
        Application application = read("""
                {"id":"0198c0de-0000-7000-8000-000000000000","kind":"FAMILY","account":"jd_lin","status":"SUSPENDED",
                 "action":{"type":"SHOW_FACE","reason":"DARKNESS","camera":"front"},
                 "outcome":{"code":"IDENTITY_OF_A_TWIN","reason":"STARS","message":"…","options":["ASK_MOTHER"]},
                 "createdAt":"2030-01-01T00:00:00Z","updatedAt":"2030-01-01T00:00:00Z","priority":1}""", Application.class);
        Problem problem = read(
                "{\"title\":\"?\",\"status\":418,\"code\":\"TEAPOT\",\"detail\":\"…\",\"hint\":\"coffee\"}",
                Problem.class);

        assertThat(application.getKind()).isEqualTo("FAMILY");
        assertThat(application.getStatus()).isEqualTo("SUSPENDED");
        assertThat(application.getAction().getType()).isEqualTo("SHOW_FACE");
        assertThat(application.getAction().getReason()).isEqualTo("DARKNESS");
        assertThat(application.getOutcome().getCode()).isEqualTo("IDENTITY_OF_A_TWIN");
        assertThat(application.getOutcome().getReason()).isEqualTo("STARS");
        assertThat(application.getOutcome().getOptions()).containsExactly("ASK_MOTHER");
        assertThat(problem.getCode()).isEqualTo("TEAPOT");
    }

    private static NewUserApplication application(Applicant applicant) {
        return new NewUserApplication()
                .account(applicant.account())
                .realName(applicant.name())
                .document(new Document().type(Document.TypeEnum.RESIDENT_ID).number(applicant.residentId()))
                .bankCard(new BankCard().number(applicant.pan()).mobile(applicant.mobile()))
                .agreementAccepted(true);
    }

    private ApiClient client(String name) {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://localhost:" + walk.port());
        String credentials = name + ":" + name + "-secret";
        client.setRequestInterceptor(request -> request.header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
        return client;
    }

    /** As the client itself reads what it gets. */
    private static <T> T read(String json, Class<T> type) {
        ObjectMapper mapper = new ApiClient().getObjectMapper();
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the generated client cannot read this", e);
        }
    }
}
