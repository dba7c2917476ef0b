package io.realname.provider.tencent;

import static io.realname.provider.tencent.Wire.BANK_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.bankcard.BankCardDecision;
import io.realname.bankcard.BankCardResult;
import io.realname.calls.ProviderAnswer;
import io.realname.sandbox.SandboxServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every result code of the provider, over the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankCardResultCodesTest {

    private final SandboxServer sandbox = Wire.sandbox();
    private final TencentBankCardVerifier verifier = Wire.verifier(sandbox);

    /** As the provider documents them: 0 and -1 to -21. */
    static Stream<String> everyCode() {
        return IntStream.rangeClosed(0, 21).mapToObj(code -> Integer.toString(-code));
    }

    /** Written out here, not read from the file that is under test. */
    private static final Map<BankCardResult, List<Integer>> EXPECTED = Map.of(
            BankCardResult.MATCH, List.of(0),
            BankCardResult.MISMATCH, List.of(-1, -2, -3, -4, -5, -6, -20),
            BankCardResult.CARD_NOT_USABLE, List.of(-7, -8, -9, -10, -11, -12, -13, -14, -15, -16, -17, -21),
            BankCardResult.RATE_LIMITED, List.of(-19));

    private static final List<Integer> FREE = List.of(-2, -3, -4, -5, -18, -19, -20);

    @BeforeAll
    void start() {
        assertThat(sandbox.port()).isPositive();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("everyCode")
    void isClassed(String code) {
        sandbox.script().answerNext(code);

        ProviderAnswer<BankCardDecision> answer = verifier.verify(Wire.question("8000"));

        if (code.equals("-18")) {
            assertThat(answer).isInstanceOf(ProviderAnswer.NotProcessed.class);
            assertThat(((ProviderAnswer.NotProcessed<?>) answer).reason()).startsWith("result -18, request ");
        } else {
            assertThat(answer).isInstanceOf(ProviderAnswer.Decided.class);
            BankCardDecision decided = ((ProviderAnswer.Decided<BankCardDecision>) answer).value();
            assertThat(decided.resultCode()).isEqualTo(code);
            assertThat(decided.result()).isEqualTo(expected(Integer.parseInt(code)));
        }
        assertThat(sandbox.ledger().entries(BANK_CHECK)).hasSize(FREE.contains(Integer.parseInt(code)) ? 0 : 1);
        assertThat(sandbox.calls().total()).isEqualTo(1);
    }

    @Test
    void noneIsForgotten() {
        BankCardResultCodes codes = BankCardResultCodes.load();

        assertThat(everyCode().filter(code -> codes.meaning(code).isEmpty()).collect(Collectors.toList()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-22", "1", "-99"})
    void oneThatIsNewMayHaveBeenBilled(String code) {
        sandbox.script().answerNext(code);

        ProviderAnswer<BankCardDecision> answer = verifier.verify(Wire.question("8000"));

        assertThat(answer).isInstanceOf(ProviderAnswer.Lost.class);
        assertThat(((ProviderAnswer.Lost<?>) answer).reason()).startsWith("unknown result " + code + ", request ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{}",
                "{\"Result\":null}",
                "{\"Result\":\"\"}",
                "{\"Result\":{\"Code\":0}}",
                "{\"Result\":\"林斌\"}",
            })
    void oneThatIsNoneNeverPassesForOne(String response) {
        sandbox.script().responseNext(BANK_CHECK, response);

        ProviderAnswer<BankCardDecision> answer = verifier.verify(Wire.question("8000"));

        assertThat(answer).isInstanceOf(ProviderAnswer.Lost.class);
        assertThat(((ProviderAnswer.Lost<?>) answer).reason()).doesNotContain("林");
    }

    private static BankCardResult expected(int code) {
        return EXPECTED.entrySet().stream()
                .filter(entry -> entry.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
