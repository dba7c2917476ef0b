package io.realname.desk;

import io.realname.desk.ReviewView.ReviewedApplication;
import java.util.Optional;
import java.util.UUID;

/**
 * The data about an application under review. An implementation appends to the audit trail which evidence each reviewer
 * has opened.
 */
public interface ReviewFile {

    /** What the application is about, without personal data: for reviewers who may still claim the task. */
    ReviewedApplication summary(ReviewTask task);

    /** @param reviewer the login of the reviewer who holds the task */
    ReviewView of(ReviewTask task, String reviewer);

    /**
     * @param reviewer the login of the reviewer who holds the task
     * @param page the page of a PDF, from 0; a picture has only page 0
     * @return empty if the application has no such evidence, or the evidence has no such page
     */
    Optional<ReviewEvidence> evidence(ReviewTask task, UUID evidence, int page, String reviewer);
}
