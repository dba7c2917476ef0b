package io.realname.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.evidence.file.FileProblem;
import io.realname.refusal.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is without words, in either language. */
class WordsTest {

    private final Properties english = read("/messages.properties");
    private final Properties chinese = read("/messages_zh_CN.properties");

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(chinese.values()).allMatch(words -> !words.toString().isBlank());
        assertThat(english.values()).allMatch(words -> !words.toString().isBlank());
    }

    @Test
    void everyOutcomeAndEveryRefusalHasWords() {
        Stream<String> outcomes = Stream.of(OutcomeCode.values()).map(code -> "outcome." + code);
        Stream<String> reasons = Stream.of(OutcomeReason.values()).flatMap(WordsTest::keys);
        Stream<String> files = Stream.of(FileProblem.values()).map(problem -> "field." + problem);
        Stream<String> refusals = Stream.of(RefusalCode.values()).map(code -> "refusal." + code);

        assertThat(english.stringPropertyNames())
                .containsAll(Stream.of(outcomes, reasons, refusals, files)
                        .flatMap(keys -> keys)
                        .toList());
    }

    /** Each reason with the outcomes that it may lead to. */
    private static Stream<String> keys(OutcomeReason reason) {
        Stream<OutcomeCode> outcomes = switch (reason) {
            case TOO_MANY_WRONG_CODES, SMS_FREQUENCY_LIMIT, MOBILE_NUMBER_REFUSED ->
                Stream.of(OutcomeCode.MOBILE_CODE_FAILED);
            case TOO_MANY_APPEALS -> Stream.of(OutcomeCode.TOO_MANY_ATTEMPTS);
            case NOTHING_TO_RELEASE -> Stream.of(OutcomeCode.APPEAL_REJECTED);
            case LICENCE_NOT_IN_FORCE, CORPORATE_ACCOUNT_REFUSED, PERSONAL_VERIFICATION_GONE ->
                Stream.of(OutcomeCode.ENTERPRISE_REJECTED);
            default -> Stream.of();
        };
        return outcomes.map(outcome -> "outcome." + outcome + "." + reason);
    }

    /** The words for reviewers' reasons are in the table {@code reasons-of-rejection}; here is the sentence around them. */
    @Test
    void theSentenceAroundAReasonIsThere() {
        assertThat(english.stringPropertyNames())
                .contains(
                        "outcome.APPEAL_REJECTED.because",
                        "outcome.DOCUMENTS_REJECTED.because",
                        "outcome.ENTERPRISE_REJECTED.because");
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(WordsTest.class.getResourceAsStream(name))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
