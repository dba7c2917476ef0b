package io.realname.process.evidence;

import io.realname.process.Fact;

/**
 * The names that {@code review-documents.bpmn} and its steps share. Other diagrams that ask for evidence use the same
 * names.
 */
public final class ReviewDocuments {

    public static final String KEY = "review-documents";

    public static final String EVIDENCE_ADDED = "EvidenceAdded";
    public static final String EVIDENCE_DEADLINE = "EvidenceDeadline";

    static final Fact<Boolean> EVIDENCE_COMPLETE = new Fact<>("evidenceComplete", Boolean.class);
    public static final Fact<Boolean> PASSPORT_UNDER_TWO_COUNTRIES =
            new Fact<>("passportUnderTwoCountries", Boolean.class);

    private ReviewDocuments() {}
}
