package io.realname.review;

import java.time.Instant;

/**
 * A vote that was cast.
 *
 * @param review the id of one review of the application
 * @param round the number of the review of this application, from 1
 * @param reviewer the reviewer's login
 */
public record Vote(String review, int round, ReviewStep step, String reviewer, Ballot ballot, Instant votedAt) {}
