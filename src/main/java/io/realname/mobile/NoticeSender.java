package io.realname.mobile;

import java.time.Duration;
import java.util.UUID;

/**
 * Port to the provider that sends notices by SMS. Implementations never throw because of the provider or the network.
 */
public interface NoticeSender {

    /**
     * Tells the holder of an account, in the approved template, that the account's identity will be released.
     *
     * @param maskedAccount the masked user name: the owner recognises it, and nobody else learns it
     * @param period how long the holder may object
     * @param notice identifies the message in the provider's records
     */
    SmsResult tellHolder(MobileNumber to, String maskedAccount, Duration period, UUID notice);
}
