package io.realname.mobile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of the confirmation of an application's mobile number.
 *
 * @param expiresAt when the current code expires; absent before a code was sent
 * @param resendAfter from when the applicant may ask for another code; absent before a code was stored
 */
public record CodeState(
        @Nullable Instant expiresAt,
        int triesLeft,
        @Nullable Instant resendAfter) {}
