package io.realname.process;

/** The names that {@code review-documents.bpmn} and the work behind it share. */
final class ReviewDocuments {

    static final String KEY = "review-documents";

    static final String EVIDENCE_ADDED = Appeal.EVIDENCE_ADDED;
    static final String EVIDENCE_DEADLINE = Appeal.EVIDENCE_DEADLINE;

    private ReviewDocuments() {}
}
