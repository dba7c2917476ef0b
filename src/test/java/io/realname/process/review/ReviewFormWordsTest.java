package io.realname.process.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.appeal.AppealReason;
import io.realname.application.ApplicationKind;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.desk.Reading;
import io.realname.enterprise.EnterpriseType;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.DocumentType;
import io.realname.identity.VerificationMethod;
import io.realname.licence.LicenceType;
import io.realname.review.ColleagueNote;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form in Tasklist has a word in both languages for whatever code it may have to show. */
class ReviewFormWordsTest {

    private static final String FORM = read(Path.of("bpmn", "forms", "review.html"));
    private static final Pattern NAME = Pattern.compile("(?:^|[{,\\s])([A-Za-z_]+): ['{\\[]");

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void everyCodeHasAWordInBothLanguages(String list, Set<String> codes) {
        assertThat(names(list("EN", list))).containsAll(codes);
        assertThat(names(list("ZH", list))).containsAll(codes);
    }

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(names(words("ZH"))).isEqualTo(names(words("EN"))).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-word=\"([A-Za-z]+)\"", "words\\.([A-Za-z_]+)", "word\\('([A-Za-z]+)'"})
    void everyWordThatIsUsedIsThere(String use) {
        Set<String> used = Pattern.compile(use)
                .matcher(FORM)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(used).isNotEmpty();
        assertThat(names(words("EN"))).containsAll(used);
    }

    static Stream<Arguments> shown() {
        // What nobody reviews is not shown.
        Set<ApplicationKind> reviewed =
                EnumSet.complementOf(EnumSet.of(ApplicationKind.ASSOCIATION, ApplicationKind.OBJECTION));
        Set<String> reasons = Set.of(OutcomeReason.TOO_MANY_APPEALS.name(), OutcomeReason.NOTHING_TO_RELEASE.name());
        return Stream.of(
                Arguments.of("document", codes(DocumentType.values())),
                Arguments.of("verifiedBy", codes(VerificationMethod.values())),
                Arguments.of("evidenceKind", codes(EvidenceKind.values())),
                Arguments.of("outcomeReason", reasons),
                Arguments.of("decision", codes(ReviewDecision.values())),
                Arguments.of("decided", codes(ReviewDecision.values())),
                Arguments.of("noted", codes(ColleagueNote.Kind.values())),
                Arguments.of("step", codes(ReviewStep.values())),
                Arguments.of("appeal", codes(AppealReason.values())),
                Arguments.of("kind", codes(reviewed.toArray(ApplicationKind[]::new))),
                Arguments.of("enterpriseTypes", codes(EnterpriseType.values())),
                Arguments.of("licenceTypes", codes(LicenceType.values())),
                Arguments.of("register", Set.of("CONSISTENT", "INCONSISTENT", "NOT_ASKED", "ANSWER_LOST")),
                Arguments.of("outcome", outcomesOfAppeals()),
                Arguments.of("reading", codes(Reading.values())),
                Arguments.of("readingCountry", Set.of("SAME", "DIFFERS")));
    }

    /** As the diagram ends them. */
    private static Set<String> outcomesOfAppeals() {
        Set<String> outcomes = codes(OutcomeCode.values());
        outcomes.retainAll(
                Bpmn.readModelFromFile(Path.of("bpmn", "appeal.bpmn").toFile())
                        .getModelElementsByType(CamundaString.class)
                        .stream()
                        .map(CamundaString::getTextContent)
                        .collect(Collectors.toSet()));
        assertThat(outcomes).contains("APPEAL_APPROVED", "TOO_MANY_ATTEMPTS", "WITHDRAWN");
        return outcomes;
    }

    private static Set<String> codes(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(String language) {
        int start = FORM.indexOf("const " + language + " = {");
        return FORM.substring(start, FORM.indexOf("\n    };", start));
    }

    private static String list(String language, String name) {
        Matcher list = Pattern.compile("\\b" + name + ": \\{([^}]*)}").matcher(words(language));
        assertThat(list.find()).as(name).isTrue();
        return list.group(1);
    }

    private static Set<String> names(String words) {
        return NAME.matcher(words)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
