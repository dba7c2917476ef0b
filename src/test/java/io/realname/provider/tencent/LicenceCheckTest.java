package io.realname.provider.tencent;

import static io.realname.licence.LicenceField.CREDIT_CODE;
import static io.realname.licence.LicenceField.ENTERPRISE_NAME;
import static io.realname.licence.LicenceField.LEGAL_PERSON_NAME;
import static io.realname.licence.LicenceField.LEGAL_PERSON_NUMBER;
import static io.realname.provider.tencent.Wire.LICENCE_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.realname.calls.ProviderAnswer;
import io.realname.licence.LicenceDecision;
import io.realname.licence.LicenceField;
import io.realname.licence.LicenceFinding;
import io.realname.licence.LicenceResult;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The licence check in the scenarios of the sandbox, what each answer means, and what can go wrong. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LicenceCheckTest {

    private static final String IN_BUSINESS = """
            {"StatusCode": 0, "VerifyResult": 1, "IsCreditCodeConsistent": true, "IsEntNameConsistent": true,
            "IsLrNameConsistent": true, "IsIdNumConsistent": true, "OperatingStatus": "1"}""";

    private final SandboxServer sandbox = Wire.sandbox();
    private final TencentLicenceRegistry registry = Wire.registry(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void findsWhatBelongsTogether() {
        ProviderAnswer<LicenceDecision> answer = registry.ask(Wire.licence("88"));

        String requestId = sandbox.ledger().entries(LICENCE_CHECK).get(0).requestId();
        assertThat(answer).isEqualTo(new ProviderAnswer.Decided<>(new LicenceDecision(consistent(), requestId)));
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isEqualTo(1);
    }

    @Test
    void findsWhatDiffersAndWhatIsNotInForce() {
        assertThat(finding(registry.ask(Wire.licence("01"))))
                .isEqualTo(new LicenceFinding(LicenceResult.INCONSISTENT, Set.of(ENTERPRISE_NAME)));
        assertThat(finding(registry.ask(Wire.licence("02"))))
                .isEqualTo(new LicenceFinding(LicenceResult.NOT_IN_FORCE, Set.of()));
        assertThat(sandbox.ledger().entries(LICENCE_CHECK)).hasSize(2);
    }

    @Test
    void losesAnAnswerThatComesTooLateAndNeverAsksAgainByItself() {
        ProviderAnswer<LicenceDecision> first = Wire.registry(
                        Wire.properties(sandbox.endpoint(), Wire.SHORT), Wire.breaker())
                .ask(Wire.licence("03"));

        assertThat(first).isEqualTo(new ProviderAnswer.Lost<>("no answer: SocketTimeoutException"));
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isEqualTo(1);
        assertThat(sandbox.ledger().entries(LICENCE_CHECK)).hasSize(1);
        assertThat(registry.ask(Wire.licence("03"))).isInstanceOf(ProviderAnswer.Decided.class);
    }

    @Test
    void isNotProcessedWhileTheProviderIsDown() {
        assertThat(registry.ask(Wire.licence("04"))).isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status 500"));
        assertThat(sandbox.ledger().entries()).isEmpty();

        sandbox.repair("04");
        assertThat(registry.ask(Wire.licence("04"))).isInstanceOf(ProviderAnswer.Decided.class);
    }

    @Test
    void isNotProcessedWhenTheRegisterHasTroubleOfItsOwn() {
        assertThat(registry.ask(Wire.licence("05")))
                .isInstanceOfSatisfying(
                        ProviderAnswer.NotProcessed.class,
                        answer -> assertThat(answer.reason()).matches("status 1, request [0-9a-f-]{36}"));
        assertThat(sandbox.ledger().entries()).isEmpty();
        assertThat(registry.ask(Wire.licence("05"))).isInstanceOf(ProviderAnswer.Decided.class);
    }

    @ParameterizedTest
    @CsvSource({
        "IsCreditCodeConsistent, CREDIT_CODE",
        "IsEntNameConsistent, ENTERPRISE_NAME",
        "IsLrNameConsistent, LEGAL_PERSON_NAME",
        "IsIdNumConsistent, LEGAL_PERSON_NUMBER",
    })
    void tellsEachFieldApart(String flag, LicenceField field) {
        assertThat(finding(answerTo(differing(flag))))
                .isEqualTo(new LicenceFinding(LicenceResult.INCONSISTENT, Set.of(field)));
    }

    @Test
    void tellsAnUnknownEnterprise() {
        String unknown = IN_BUSINESS
                .replace("true", "false")
                .replace("\"VerifyResult\": 1", "\"VerifyResult\": 0")
                .replace("\"1\"}", "\"-10002\"}");

        assertThat(finding(answerTo(unknown)))
                .isEqualTo(new LicenceFinding(
                        LicenceResult.INCONSISTENT,
                        Set.of(CREDIT_CODE, ENTERPRISE_NAME, LEGAL_PERSON_NAME, LEGAL_PERSON_NUMBER)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, CONSISTENT, INCONSISTENT",
        "2, CONSISTENT, INCONSISTENT",
        "6, CONSISTENT, INCONSISTENT",
        "3, NOT_IN_FORCE, NOT_IN_FORCE",
        "4, NOT_IN_FORCE, NOT_IN_FORCE",
        "5, NOT_IN_FORCE, NOT_IN_FORCE",
        "0, INCONSISTENT, INCONSISTENT",
    })
    void knowsTheOperatingStatuses(String status, LicenceResult whenAllAgree, LicenceResult whenTheNameDiffers) {
        String told = "\"" + status + "\"}";

        assertThat(finding(answerTo(IN_BUSINESS.replace("\"1\"}", told))).result())
                .isEqualTo(whenAllAgree);
        assertThat(finding(answerTo(differing("IsEntNameConsistent").replace("\"1\"}", told)))
                        .result())
                .isEqualTo(whenTheNameDiffers);
    }

    @Test
    void takesNumbersForTextsAndBooleans() {
        assertThat(finding(answerTo(IN_BUSINESS.replace("true", "1").replace("\"1\"", "1"))))
                .isEqualTo(consistent());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"StatusCode\": 0', '\"StatusCode\": 2'",
        "'\"StatusCode\": 0,', ''",
        "'\"VerifyResult\": 1,', ''",
        "'\"VerifyResult\": 1', '\"VerifyResult\": 0'",
        "'\"IsLrNameConsistent\": true,', ''",
        "'\"IsLrNameConsistent\": true', '\"IsLrNameConsistent\": null'",
        "'\"IsIdNumConsistent\": true', '\"IsIdNumConsistent\": \"林斌\"'",
        "'\"OperatingStatus\": \"1\"', '\"OperatingStatus\": \"7\"'",
        "'\"OperatingStatus\": \"1\"', '\"OperatingStatus\": \"-10002\"'",
        "', \"OperatingStatus\": \"1\"', ''",
    })
    void losesAnAnswerThatItCannotRead(String written, String spoilt) {
        String answer = IN_BUSINESS.replace("\n", " ");
        assertThat(answer).contains(written);

        assertThat(answerTo(answer.replace(written, spoilt)))
                .isInstanceOfSatisfying(
                        ProviderAnswer.Lost.class,
                        lost -> assertThat(lost.reason())
                                .matches("(unreadable finding|unknown status .+), request [0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DRIP"})
    void losesASpoiltAnswer(Fault fault) {
        sandbox.script().failNext(LICENCE_CHECK, fault);

        assertThat(registry.ask(Wire.licence("88"))).isInstanceOf(ProviderAnswer.Lost.class);
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isEqualTo(1);
        assertThat(sandbox.ledger().entries(LICENCE_CHECK)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AuthFailure.SignatureFailure", "ResourceUnavailable.InArrears", "InvalidParameterValue"})
    void isRefusedWhereAnOperatorMustAct(String code) {
        assertThat(answerToError(code)).isInstanceOf(ProviderAnswer.Refused.class);
    }

    @Test
    void isNotProcessedWhenThereAreTooManyCalls() {
        assertThat(answerToError("RequestLimitExceeded")).isInstanceOf(ProviderAnswer.NotProcessed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalError", "FailedOperation.UnKnowError", "SomethingNew"})
    void isLostWhereTheRegisterMayHaveBeenAsked(String code) {
        assertThat(answerToError(code)).isInstanceOf(ProviderAnswer.Lost.class);
    }

    @Test
    void isNotProcessedWhereNoConnectionStands() {
        String endpoint = sandbox.endpoint();
        sandbox.close();

        assertThat(Wire.registry(Wire.properties(endpoint, Wire.PATIENT), Wire.breaker())
                        .ask(Wire.licence("88")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("not sent: ConnectException"));
    }

    @Test
    void isHeldBackByABreakerThatIsOpen() {
        CircuitBreaker breaker = Wire.breaker();
        TencentLicenceRegistry limited = Wire.registry(Wire.properties(sandbox.endpoint(), Wire.PATIENT), breaker);
        for (int call = 0; call < 4; call++) {
            limited.ask(Wire.licence("04"));
        }

        assertThat(limited.ask(Wire.licence("88")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("circuit breaker open"));
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isEqualTo(4);
    }

    private static String differing(String flag) {
        return IN_BUSINESS
                .replace("\"" + flag + "\": true", "\"" + flag + "\": false")
                .replace("\"VerifyResult\": 1", "\"VerifyResult\": 0");
    }

    private ProviderAnswer<LicenceDecision> answerTo(String response) {
        sandbox.script().responseNext(LICENCE_CHECK, response);
        return registry.ask(Wire.licence("88"));
    }

    private ProviderAnswer<LicenceDecision> answerToError(String code) {
        sandbox.script().errorNext(LICENCE_CHECK, code);
        ProviderAnswer<LicenceDecision> answer = registry.ask(Wire.licence("88"));
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isEqualTo(1);
        return answer;
    }

    private static LicenceFinding finding(ProviderAnswer<LicenceDecision> answer) {
        assertThat(answer).isInstanceOf(ProviderAnswer.Decided.class);
        return ((ProviderAnswer.Decided<LicenceDecision>) answer).value().finding();
    }

    private static LicenceFinding consistent() {
        return new LicenceFinding(LicenceResult.CONSISTENT, Set.of());
    }
}
