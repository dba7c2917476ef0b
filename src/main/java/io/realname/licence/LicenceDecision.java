package io.realname.licence;

/**
 * The register's answer. It contains no personal data.
 *
 * @param requestId the id by which the provider finds the call again
 */
public record LicenceDecision(LicenceFinding finding, String requestId) {}
