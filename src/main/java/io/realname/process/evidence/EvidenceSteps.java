package io.realname.process.evidence;

import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.NeverAnswered;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.catalogue.Truth;
import java.util.List;

/** What {@code review-documents.bpmn} and other diagrams that ask for evidence may contain. */
public final class EvidenceSteps {

    public static final KnownProcess PROCESS = KnownProcess.called(ReviewDocuments.KEY);

    public static final List<Step> ALL = List.of(
            Step.of("checkEvidence", "Check evidence")
                    .notes(ReviewDocuments.EVIDENCE_COMPLETE)
                    .keepsIf(ReviewDocuments.EVIDENCE_COMPLETE, true, ReviewDocuments.PASSPORT_UNDER_TWO_COUNTRIES),
            Step.of("askForEvidence", "Ask for evidence")
                    .needs(new Need.Deadline(
                            ReviewDocuments.EVIDENCE_DEADLINE, "the applicant could not be told the deadline")));

    /** Nobody decides alone about a passport number that is known under two countries. */
    public static final List<NeverAnswered> NEVER = List.of(new NeverAnswered(
            new Truth("secondReviewGroup", "none"),
            new Truth(ReviewDocuments.PASSPORT_UNDER_TWO_COUNTRIES.name(), "true"),
            "nobody may decide alone then"));

    private EvidenceSteps() {}
}
