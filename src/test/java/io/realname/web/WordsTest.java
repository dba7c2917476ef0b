package io.realname.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.application.RefusalCode;
import io.realname.evidence.FileProblem;
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
        Stream<String> reasons =
                Stream.of(OutcomeReason.values()).map(reason -> "outcome.MOBILE_CODE_FAILED." + reason);
        Stream<String> refusals = Stream.of(RefusalCode.values()).map(code -> "refusal." + code);

        Stream<String> files = Stream.of(FileProblem.values()).map(problem -> "field." + problem);

        assertThat(english.stringPropertyNames())
                .containsAll(Stream.of(outcomes, reasons, refusals, files)
                        .flatMap(keys -> keys)
                        .toList());
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
