package io.realname.licence;

/**
 * What the register answered. Nothing here is personal.
 *
 * @param requestId the provider's, by which it finds the call again
 */
public record LicenceDecision(LicenceFinding finding, String requestId) {}
