package io.realname.desk;

import io.realname.desk.ReviewView.ReviewedApplication;
import java.util.Optional;
import java.util.UUID;

/** What is known of an application that people review. Whoever implements it keeps the trail of who has seen what. */
public interface ReviewFile {

    /** What it is about, and nothing about any person: for those who may still claim it. */
    ReviewedApplication summary(ReviewTask task);

    /** @param reviewer who holds the task; their login */
    ReviewView of(ReviewTask task, String reviewer);

    /**
     * @param reviewer who holds the task; their login
     * @param page of a PDF, from 0; a picture has the one
     * @return absent if the application has no such evidence, or it has no such page
     */
    Optional<ReviewEvidence> evidence(ReviewTask task, UUID evidence, int page, String reviewer);
}
