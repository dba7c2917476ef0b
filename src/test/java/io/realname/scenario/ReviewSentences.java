package io.realname.scenario;

import io.realname.process.Cases;
import io.realname.process.ProcessRun;
import io.realname.process.Reviewers;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** What reviewers decide, and the evidence that they look at. Whoever may decide about the open task does so. */
final class ReviewSentences {

    private static final Map<String, List<String>> GROUPS = Map.of(
            "appeal-review", List.of(Reviewers.ANNA, Reviewers.BEN),
            "senior-review", List.of(Reviewers.SENIOR),
            "enterprise-review", List.of(Reviewers.EMMA));

    private static final String QUESTION = "Please send us a picture that can be read.";

    private final Story story;
    private final Reviewers reviewers;

    ReviewSentences(Story story, Reviewers reviewers, Vocabulary vocabulary) {
        this.story = story;
        this.reviewers = reviewers;
        vocabulary.sentence(
                "The applicant adds the evidence\\.", found -> story.cases.addEvidence(story.run(), Cases.DOCUMENT));
        vocabulary.sentence("A reviewer approves\\.", found -> decides(0, reviewers::approve));
        vocabulary.sentence("A second reviewer approves\\.", found -> decides(1, reviewers::approve));
        vocabulary.sentence(
                "A reviewer rejects because of ([A-Z_]+)\\.",
                found -> decides(0, (run, login) -> reviewers.reject(run, login, found.group(1))));
        vocabulary.sentence(
                "A second reviewer rejects because of ([A-Z_]+)\\.",
                found -> decides(1, (run, login) -> reviewers.reject(run, login, found.group(1))));
        vocabulary.sentence(
                "A reviewer asks for more evidence\\.",
                found -> decides(0, (run, login) -> reviewers.ask(run, login, QUESTION)));
        vocabulary.sentence(
                "A second reviewer asks for more evidence\\.",
                found -> decides(1, (run, login) -> reviewers.ask(run, login, QUESTION)));
    }

    /** What is refused to reviewers is told in the words of a scenario. */
    private void decides(int reviewer, BiConsumer<ProcessRun, String> decision) {
        String login = reviewer(reviewer);
        try {
            decision.accept(story.run(), login);
        } catch (RuntimeException e) {
            RefusalException refused = ExceptionUtils.throwableOfType(e, RefusalException.class);
            RefusalCode code = refused == null ? null : refused.refusal().code();
            if (code == RefusalCode.ALREADY_VOTED) {
                throw new AssertionError("this reviewer has decided already. Write: A second reviewer …", e);
            }
            if (code == RefusalCode.INVALID_APPLICATION) {
                throw new AssertionError(
                        "reviewers have no such reason. The table \"Reasons of rejection\" lists those that they have.",
                        e);
            }
            throw e;
        }
    }

    private String reviewer(int number) {
        if (!reviewers.hasTask(story.run())) {
            throw new AssertionError("there is nothing to decide for reviewers");
        }
        String group = reviewers.offeredTo(story.run()).get(0);
        List<String> members = GROUPS.getOrDefault(group, List.of());
        if (members.isEmpty()) {
            throw new AssertionError(
                    "the task is offered to the group " + group + ", in which no reviewer of a scenario is");
        }
        return members.get(Math.min(number, members.size() - 1));
    }
}
