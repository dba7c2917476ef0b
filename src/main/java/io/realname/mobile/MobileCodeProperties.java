package io.realname.mobile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of codes by SMS (those of NIST SP 800-63B-4 where it sets one).
 *
 * @param validity how long a code is valid; at most 10 minutes
 * @param tries how many wrong tries an application has, over all its codes
 * @param resendAfter how long an applicant waits before asking for another code
 * @param perHour how many codes are sent to one number within an hour
 * @param perDay how many codes are sent to one number within 24 hours
 * @param reservedPerHour how many of the codes of an hour are reserved for the holder who objects to an appeal; fewer
 *     than all
 * @param reservedPerDay how many of the codes of 24 hours are reserved for the holder who objects to an appeal; fewer
 *     than all
 * @param foreignPerDay how many codes one account may cause within 24 hours to the number of a verified account that it
 *     names in an association
 * @param freeWrongTries how many wrong tries in a row, across applications, cause no delay for a number or an account.
 *     The next one causes a delay of a minute; each further one doubles it, up to a day
 * @param maximumWrongTries after this many wrong tries in a row, across applications, a number or an account is closed
 *     until an operator opens it; at most 100
 */
@ConfigurationProperties("realname.mobile-code")
public record MobileCodeProperties(
        @DefaultValue("5m") Duration validity,
        @DefaultValue("5") int tries,
        @DefaultValue("60s") Duration resendAfter,
        @DefaultValue("5") int perHour,
        @DefaultValue("10") int perDay,
        @DefaultValue("1") int reservedPerHour,
        @DefaultValue("4") int reservedPerDay,
        @DefaultValue("3") int foreignPerDay,
        @DefaultValue("10") int freeWrongTries,
        @DefaultValue("100") int maximumWrongTries) {

    public MobileCodeProperties {
        if (validity.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("realname.mobile-code.validity: at most 10 minutes");
        }
        if (reservedPerHour >= perHour || reservedPerDay >= perDay) {
            throw new IllegalArgumentException(
                    "realname.mobile-code.reserved-*: less than all codes of an hour or a day");
        }
        if (maximumWrongTries > 100) {
            throw new IllegalArgumentException("realname.mobile-code.maximum-wrong-tries: at most 100");
        }
    }
}
