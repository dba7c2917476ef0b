package io.realname.process;

/**
 * The names that {@code review-documents.bpmn} and the work behind it share. Other diagrams that ask for evidence use the
 * same ones.
 */
final class ReviewDocuments {

    static final String KEY = "review-documents";

    static final String EVIDENCE_ADDED = "EvidenceAdded";
    static final String EVIDENCE_DEADLINE = "EvidenceDeadline";

    static final Fact<Boolean> EVIDENCE_COMPLETE = new Fact<>("evidenceComplete", Boolean.class);
    static final Fact<Boolean> PASSPORT_UNDER_TWO_COUNTRIES = new Fact<>("passportUnderTwoCountries", Boolean.class);

    private ReviewDocuments() {}
}
