package io.realname.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Company;
import io.realname.enterprise.process.EnterpriseCases;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an account becomes an enterprise's: the register, the payment, and the amount that the applicant states. */
final class EnterpriseSentences {

    private final Story story;
    private final EnterpriseCases enterprises;
    private @Nullable Company company;

    EnterpriseSentences(Story story, EnterpriseCases enterprises, Vocabulary vocabulary) {
        this.story = story;
        this.enterprises = enterprises;
        vocabulary.sentence(
                "The applicant applies for an enterprise\\.", found -> applies(enterprises.of(story.holder())));
        vocabulary.sentence(
                "The applicant applies for an enterprise that has another name in the register\\.",
                found -> applies(enterprises.knownAs(story.holder(), "01")));
        vocabulary.sentence(
                "The applicant applies for an enterprise that is closed\\.",
                found -> applies(enterprises.knownAs(story.holder(), "02")));
        vocabulary.sentence(
                "The applicant applies for an enterprise whose account takes no payment\\.",
                found -> applies(enterprises.withAccountEnding(story.holder(), "0001")));
        vocabulary.sentence(
                "The applicant states the right amount\\.",
                found -> story.run().stateAmount(enterprises.received(known())));
        vocabulary.sentence(
                "The applicant states a wrong amount\\.", found -> story.run().stateAmount(EnterpriseCases.WRONG));
        vocabulary.sentence("The applicant states (\\d+) wrong amounts\\.", found -> {
            for (int i = 0; i < Integer.parseInt(found.group(1)); i++) {
                story.run().stateAmount(EnterpriseCases.WRONG);
                story.goOn();
            }
        });
    }

    private void applies(Company other) {
        company = other;
        story.begins(enterprises.apply(story.holder(), other.application(), EnterpriseCases.ALL));
    }

    private Company known() {
        assertThat(company)
                .as("somebody has applied; begin with: The applicant applies for an enterprise.")
                .isNotNull();
        return Objects.requireNonNull(company);
    }
}
