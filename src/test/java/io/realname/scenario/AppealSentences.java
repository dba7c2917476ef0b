package io.realname.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.process.ProcessRun;

/** How somebody gets their identity back from the account that holds it. */
final class AppealSentences {

    private final Story story;

    AppealSentences(Story story, Vocabulary vocabulary) {
        this.story = story;
        vocabulary.sentence("The applicant appeals because of ([A-Z_]+)\\.", found -> appeals(found.group(1)));
        vocabulary.sentence("The holder objects\\.", found -> holderObjects());
        vocabulary.sentence(
                "The holder has an open loan\\.", found -> story.cases.hasOpenBusiness(story.holder(), "LOAN"));
        vocabulary.sentence(
                "The identity is free\\.",
                found -> assertThat(story.cases.binding(story.holder()))
                        .as("the account that holds the identity")
                        .isEmpty());
        vocabulary.sentence(
                "The holder keeps the identity\\.",
                found -> assertThat(story.cases.binding(story.holder()))
                        .as("the account that holds the identity")
                        .isPresent());
    }

    private void appeals(String reason) {
        story.begins(
                switch (reason) {
                    case "NEVER_VERIFIED" -> story.cases.neverVerified(story.holder());
                    case "NOT_MY_OPERATION" -> story.cases.notMyOperation(story.holder());
                    default -> throw new AssertionError("an appeal's reason is NEVER_VERIFIED or NOT_MY_OPERATION");
                });
    }

    /** With the right code, which is an application of its own. */
    private void holderObjects() {
        ProcessRun objection = story.cases.object(story.holder());
        assertThat(objection.application().outcome())
                .as("the holder's objection ends at once")
                .isNull();
        objection.confirmMobile().execute("RaiseObjection");
    }
}
