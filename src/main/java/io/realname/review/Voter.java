package io.realname.review;

import org.jspecify.annotations.Nullable;

/**
 * A reviewer who votes, and the group for which they vote.
 *
 * @param reviewer the reviewer's login
 * @param group the group that allows the reviewer to vote; null if the vote was cast before the group was stored
 */
public record Voter(String reviewer, @Nullable String group) {}
