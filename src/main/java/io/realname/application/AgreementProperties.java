package io.realname.application;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param version of the agreement's text that an applicant accepts now; recorded with each consent (PIPL, article 29) */
@ConfigurationProperties("realname.agreement")
public record AgreementProperties(String version) {}
