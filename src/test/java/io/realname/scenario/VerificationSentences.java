package io.realname.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.people.TestPeople;
import io.realname.process.Cases;
import io.realname.process.ProcessRun;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** How a person is verified, by the bank or by another account, and what the bank says. */
final class VerificationSentences {

    private static final String CARD_CHECK = "BankCard4EVerification";
    private static final Map<String, String> BANK_SAYS =
            Map.of("match", "0", "mismatch", "-1", "card not usable", "-8", "too many questions today", "-19");

    /** Nobody else states these passports. */
    private static final AtomicInteger PASSPORTS = new AtomicInteger(9_700);

    private final Story story;
    private int corrections;

    VerificationSentences(Story story, Vocabulary vocabulary) {
        this.story = story;
        vocabulary.sentence("The applicant applies\\.", found -> story.begins(story.runs.apply(story.runs.somebody())));
        vocabulary.sentence(
                "The applicant applies with a passport\\.",
                found -> story.begins(story.cases.stating(
                        story.runs.somebody(), Cases.passport(PASSPORTS.getAndIncrement(), "FRA"))));
        vocabulary.sentence("The applicant applies for an association\\.", found -> story.begins(association()));
        vocabulary.sentence(
                "The applicant types the right code\\.", found -> story.run().enterCode());
        vocabulary.sentence(
                "The applicant types a wrong code\\.", found -> story.run().enterWrongCode());
        vocabulary.sentence("The applicant types (\\d+) wrong codes\\.", found -> {
            for (int i = 0; i < Integer.parseInt(found.group(1)); i++) {
                story.run().enterWrongCode();
            }
        });
        vocabulary.sentence(
                "The applicant asks for another code\\.",
                found -> story.run().resendMayBeAsked().requestCode());
        vocabulary.sentence("The code expires\\.", found -> story.run().codeExpires());
        vocabulary.sentence("The bank says \"([^\"]+)\"\\.", found -> bankSays(found.group(1)));
        vocabulary.sentence("The applicant corrects the card\\.", found -> correctCard());
        vocabulary.sentence(
                "The bank was asked (\\d+) times?\\.",
                found -> assertThat(story.runs.sandbox().calls().of(CARD_CHECK))
                        .isEqualTo(Integer.parseInt(found.group(1))));
    }

    private ProcessRun association() {
        Applicant holder = story.holder();
        return story.runs.associate(
                holder.withAccount(holder.account() + "_scenario"), Cases.ELSEWHERE, holder.account(), null);
    }

    private void bankSays(String answer) {
        String code = BANK_SAYS.get(answer);
        assertThat(code)
                .as("the bank says one of %s", new TreeSet<>(BANK_SAYS.keySet()))
                .isNotNull();
        assertThat(story.waitingForTheBank()).as("the bank is to be asked").isNotEmpty();
        story.runs.sandbox().script().answerNext(Objects.requireNonNull(code));
        story.run().checkCard();
    }

    private void correctCard() {
        corrections++;
        Applicant applicant = story.run().applicant();
        story.run().correctCard(applicant.withPan(TestPeople.pan("622202", 970_000 + corrections, 19)));
    }
}
