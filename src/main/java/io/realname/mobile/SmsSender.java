package io.realname.mobile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Port to the provider that sends our codes by SMS. Implementations never throw because of the provider or the network.
 */
public interface SmsSender {

    /**
     * Sends the code in the approved template.
     *
     * @param challenge identifies the message in the provider's records, for {@link #lookUp}
     * @param validity how long the code is valid; the text states it in whole minutes
     */
    SmsResult send(MobileNumber to, String code, Duration validity, UUID challenge);

    /**
     * Asks the provider whether it took a message, if a crash or a lost answer left that unknown.
     *
     * @param since the earliest time at which the message can have been sent
     * @return the provider's serial number if it knows the message; empty if it does not, or cannot say
     */
    Optional<String> lookUp(MobileNumber to, UUID challenge, Instant since);
}
