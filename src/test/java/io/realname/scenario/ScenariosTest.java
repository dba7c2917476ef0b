package io.realname.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.realname.process.ProcessTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The scenarios of the analysts, on the diagrams and the providers of the sandbox. */
@ProcessTest
class ScenariosTest {

    private static final Path FOLDER = Path.of("bpmn", "scenarios");

    @Autowired
    private ApplicationContext app;

    @TempDir
    private Path folder;

    static Stream<Scenario> scenarios() throws IOException {
        return Scenario.in(FOLDER).stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void goesAsItIsWritten(Scenario scenario) {
        Sentences.in(app).play(scenario);
    }

    @Test
    void guideListsTheSentences() throws IOException {
        assertThat(Files.readString(Path.of("bpmn", "README.md")))
                .contains(Sentences.in(app).words().stripIndent());
    }

    @Test
    void failureSaysWhichSentenceAndWhichWay() throws IOException {
        assertThat(failure("""
                # Something

                ## The bank is never asked
                1. The applicant applies.
                2. The applicant types the right code.
                3. The outcome is VERIFIED.
                """))
                .hasMessageContainingAll(
                        "scenario.md, \"The bank is never asked\", sentence 3: The outcome is VERIFIED.",
                        "The application has not ended. It goes on without the applicant",
                        "Confirm mobile");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The outcome is WITHDRAWED. | There is no such outcome. They are
            The outcome is VERIFIED. | The application has not ended. It waits for SUBMIT_MOBILE_CODE.
            The application waits for ADD_EVIDENCE. | It waits for SUBMIT_MOBILE_CODE.
            19 minutes pass. | the next thing is due in 30 minutes
            Nothing happens within 40 minutes. | the next thing is due in 30 minutes
            Nothing happens within 20 minutes. | The scenario states no outcome.
            """)
    void failureSaysWhatIsSoInstead(String sentence, String instead) throws IOException {
        assertThat(failure("## Wrong\n1. The applicant applies.\n2. " + sentence + "\n"))
                .hasMessageContaining(instead);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A reviewer approves. | Write: A second reviewer
            A reviewer rejects because of TOO_OLD. | Reasons of rejection
            """)
    void reviewerWhoMayNotIsExplained(String sentence, String instead) throws IOException {
        assertThat(failure("""
                ## Wrong
                1. The applicant appeals because of NOT_MY_OPERATION.
                2. %s
                3. A reviewer approves.
                """.formatted(sentence))).hasMessageContaining(instead);
    }

    @Test
    void wayIsDrawn() throws IOException {
        ScenarioFailure failure = failure("## The way\n1. The applicant applies.\n2. The outcome is VERIFIED.\n");

        assertThat(failure).hasMessageContaining("The way is drawn in " + failure.drawn());
        assertThat(Files.readString(failure.drawn()))
                .contains(
                        "scenario.md, &quot;The way&quot;", "\"name\":\"New-user verification\"", "\"SendMobileCode\"")
                .contains("\"stands\":[\"EnterCode\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The applicant sings.",
                "The applicant types the right code.",
                "The bank says \"perhaps\".",
                "The bank says \"match\".",
                "The outcome is VERIFIED.",
                "3 SMS were sent.",
                "The bank was asked 1 time.",
                "3 minutes pass.",
                "A reviewer approves.",
                "A reviewer asks for more evidence.",
                "The holder objects.",
                "The identity is free.",
                "The applicant appeals because of ANGER.",
                "The applicant states the right amount."
            })
    void whatDoesNotHappenFails(String sentence) throws IOException {
        String applies = sentence.contains("code") ? "" : "1. The applicant applies.\n";
        assertThat(failure("## Wrong\n" + applies + "2. " + sentence + "\n")).hasMessageContaining(sentence);
    }

    @Test
    void unknownSentenceIsAnsweredWithTheKnownOnes() throws IOException {
        assertThat(failure("## Wrong\n1. The applicant sings.\n"))
                .hasMessageContaining("The known ones are:")
                .hasMessageContaining("The applicant applies.")
                .hasMessageContaining("The bank says \"match\".");
    }

    @Test
    void unknownSentenceIsAnsweredWithTheMostSimilarOne() throws IOException {
        assertThat(failure("## Wrong\n1. The aplicant typed the right code.\n"))
                .hasMessageContaining("The most similar one is: The applicant types the right code.\n");
    }

    private ScenarioFailure failure(String written) throws IOException {
        Files.writeString(folder.resolve("scenario.md"), written);
        Scenario scenario = Scenario.in(folder).get(0);
        return catchThrowableOfType(
                ScenarioFailure.class, () -> Sentences.in(app).play(scenario));
    }
}
