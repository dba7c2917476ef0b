package io.realname.trail;

/**
 * What auditing everything has shown.
 *
 * @param applications how many were audited
 * @param withoutTrail those of them that are older than the trail: a number that never grows
 * @param findings how much trail and tables do not agree on
 */
public record TrailReport(long applications, long withoutTrail, long findings) {}
