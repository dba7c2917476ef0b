package io.realname.desk;

import io.realname.review.ReviewStep;
import java.util.UUID;

/**
 * A task of a review.
 *
 * @param review the id of one review of the application; votes use the same id
 */
public record ReviewTask(UUID application, String review, ReviewStep step) {}
