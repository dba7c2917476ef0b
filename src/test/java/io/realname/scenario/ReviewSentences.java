package io.realname.scenario;

import io.realname.process.Cases;
import io.realname.process.Reviewers;
import java.util.List;
import java.util.Map;

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
        vocabulary.sentence("A reviewer approves\\.", found -> reviewers.approve(story.run(), reviewer(0)));
        vocabulary.sentence("A second reviewer approves\\.", found -> reviewers.approve(story.run(), reviewer(1)));
        vocabulary.sentence(
                "A reviewer rejects because of ([A-Z_]+)\\.",
                found -> reviewers.reject(story.run(), reviewer(0), found.group(1)));
        vocabulary.sentence(
                "A second reviewer rejects because of ([A-Z_]+)\\.",
                found -> reviewers.reject(story.run(), reviewer(1), found.group(1)));
        vocabulary.sentence(
                "A reviewer asks for more evidence\\.", found -> reviewers.ask(story.run(), reviewer(0), QUESTION));
        vocabulary.sentence(
                "A second reviewer asks for more evidence\\.",
                found -> reviewers.ask(story.run(), reviewer(1), QUESTION));
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
