package io.realname.trail;

/**
 * The result of auditing all applications.
 *
 * @param applications how many were audited
 * @param withoutTrail how many of these are older than the trail; this number never grows
 * @param findings how many differences there are between trail and tables
 */
public record TrailReport(long applications, long withoutTrail, long findings) {}
