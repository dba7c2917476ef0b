package io.realname.mobile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an application's confirmation stands.
 *
 * @param expiresAt until when the present code is good; absent before one was sent
 * @param resendAfter from when another code may be asked for
 */
public record CodeState(
        @Nullable Instant expiresAt,
        int triesLeft,
        @Nullable Instant resendAfter) {}
