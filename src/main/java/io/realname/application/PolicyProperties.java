package io.realname.application;

import io.realname.identity.DocumentType;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may apply.
 *
 * @param minimumAge how old an applicant must be, in completed years, 0 to 150; below 14 a guardian's consent would be
 *     needed (PIPL, article 31), which this app cannot take
 * @param mobileProvesAfter how long after a change the number of a verified account proves nothing
 * @param bankCardDocuments the documents that the bank-card check knows; people review all others. The provider knows
 *     the resident ID only
 */
@ConfigurationProperties("realname.policy")
public record PolicyProperties(
        @DefaultValue("14") int minimumAge,
        @DefaultValue("24h") Duration mobileProvesAfter,
        @DefaultValue("RESIDENT_ID") Set<DocumentType> bankCardDocuments) {}
