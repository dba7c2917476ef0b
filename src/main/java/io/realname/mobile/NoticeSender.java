package io.realname.mobile;

import java.time.Duration;
import java.util.UUID;

/** Port to whoever delivers notices by SMS. Implementations never throw for what a provider or the network may do. */
public interface NoticeSender {

    /**
     * Tells the holder of an account, in the approved template, that its identity will be released.
     *
     * @param maskedAccount so that its owner recognises it and nobody else learns it
     * @param period within which they may object
     * @param notice identifies the message in the provider's records
     */
    SmsResult tellHolder(MobileNumber to, String maskedAccount, Duration period, UUID notice);
}
