package io.realname.mobile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Port to whoever delivers our codes by SMS. Implementations never throw for what a provider or the network may do. */
public interface SmsSender {

    /**
     * Sends the code in the approved template.
     *
     * @param challenge identifies the message in the provider's records, for {@link #lookUp}
     * @param validity how long the code is valid, told in the text in whole minutes
     */
    SmsResult send(MobileNumber to, String code, Duration validity, UUID challenge);

    /**
     * Asks the provider whether it took a message, after a crash or a lost answer left that open.
     *
     * @param since when the message was sent, at the earliest
     * @return the provider's serial number if it knows the message; empty if it doesn't, or can't say
     */
    Optional<String> lookUp(MobileNumber to, UUID challenge, Instant since);
}
