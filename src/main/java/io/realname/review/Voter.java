package io.realname.review;

import org.jspecify.annotations.Nullable;

/**
 * Who votes, and for whom.
 *
 * @param reviewer their login
 * @param group the one by which they may; null with votes from before it was noted
 */
public record Voter(String reviewer, @Nullable String group) {}
