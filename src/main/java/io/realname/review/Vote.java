package io.realname.review;

import java.time.Instant;

/**
 * A vote that was cast.
 *
 * @param round which review of the application, from 1
 * @param reviewer their login
 */
public record Vote(int round, ReviewStep step, String reviewer, Ballot ballot, Instant votedAt) {}
