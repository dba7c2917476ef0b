package io.realname.application;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What applicants agree to, {@code realname.agreement.*}.
 *
 * @param version the version of the text that applicants accept now; recorded with each consent (PIPL, article 29)
 */
@ConfigurationProperties("realname.agreement")
public record AgreementProperties(String version) {}
