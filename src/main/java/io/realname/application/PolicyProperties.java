package io.realname.application;

import io.realname.identity.DocumentType;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may apply.
 *
 * @param minimumAge in years; below it a guardian's consent would be needed (PIPL, article 31)
 * @param mobileProvesAfter how long after a change an account's number proves nothing
 * @param bankCardDocuments documents that the bank-card check knows
 */
@ConfigurationProperties("realname.policy")
public record PolicyProperties(
        @DefaultValue("14") int minimumAge,
        @DefaultValue("24h") Duration mobileProvesAfter,
        @DefaultValue("RESIDENT_ID") Set<DocumentType> bankCardDocuments) {}
