package io.realname.appeal.process;

import io.realname.appeal.AppealReason;
import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.NeverAnswered;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.catalogue.Truth;
import io.realname.process.Certainty;
import io.realname.process.ClientProcess;
import io.realname.process.SharedSteps;
import io.realname.process.evidence.ReviewDocuments;
import java.util.List;

/** What {@code appeal.bpmn} and {@code object-to-appeal.bpmn} may contain. */
public final class AppealSteps {

    public static final List<KnownProcess> PROCESSES =
            List.of(KnownProcess.started(Appeal.KEY), KnownProcess.started(ObjectToAppeal.KEY));

    public static final List<Step> ALL = List.of(
            Step.of("registerAppeal", "Register appeal")
                    .takes(ClientProcess.INPUT)
                    .notes(SharedSteps.ATTEMPTS)
                    .notes(Appeal.APPEALS_OF_IDENTITY_THIS_MONTH),
            Step.of("checkHolder", "Check holder")
                    .notes(
                            Appeal.HOLDER,
                            Appeal.APPEAL_REASON,
                            Appeal.SITE,
                            Appeal.BINDING_DAYS,
                            Appeal.FORMER_APPEALS,
                            Appeal.OBJECTED)
                    .keeps(ReviewDocuments.PASSPORT_UNDER_TWO_COUNTRIES),
            Step.of("notifyHolder", "Notify holder")
                    .notes(Appeal.OBJECTED_MEANWHILE)
                    .needs(
                            new Need.AsynchronousBefore("nobody tries again if the SMS does not go out"),
                            new Need.Deadline(
                                    Appeal.OBJECTION_PERIOD, "the holder could not be told until when to object"),
                            Certainty.behindYesOfReviewers("holders are told of a release that nobody has approved")),
            Step.of("releaseIdentity", "Release identity")
                    .notes(Appeal.RELEASED)
                    .needs(new Need.AsynchronousBefore("nobody tries again if the release fails")),
            Step.of("registerObjection", "Register objection")
                    .takes(ClientProcess.INPUT)
                    .notes(SharedSteps.ATTEMPTS),
            Step.of("findAppeal", "Find appeal").notes(ObjectToAppeal.APPEAL),
            Step.of("raiseObjection", "Raise objection")
                    .notes(ObjectToAppeal.OBJECTION)
                    .needs(
                            new Need.AsynchronousBefore("nobody tries again if the objection cannot be stored"),
                            Certainty.behindConfirmMobile("anybody could object in the holder's name")));

    /** Two people decide about every binding that somebody says they did not make. */
    public static final List<NeverAnswered> NEVER = List.of(new NeverAnswered(
            new Truth("secondReviewGroup", "none"),
            new Truth(Appeal.APPEAL_REASON.name(), AppealReason.NOT_MY_OPERATION.name()),
            "two people must decide then, and without a second yes nothing is released"));

    private AppealSteps() {}
}
