package io.realname.desk;

import io.realname.review.ReviewStep;
import java.util.UUID;

/**
 * A review that somebody works on.
 *
 * @param review names one review of the application, as votes do
 */
public record ReviewTask(UUID application, String review, ReviewStep step) {}
