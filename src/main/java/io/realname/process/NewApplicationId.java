package io.realname.process;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Creates ids of applications: UUID version 7 (RFC 9562). They increase with time, so that new rows go to the end of an
 * index.
 */
public final class NewApplicationId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private NewApplicationId() {}

    public static UUID next() {
        long high = (System.currentTimeMillis() << 16) | 0x7000 | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
