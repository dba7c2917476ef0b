package io.realname.appeal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a holder says against an appeal.
 *
 * @param account the holder's account
 * @param statement in the holder's own words
 */
public record Objection(String account, @Nullable String statement, Instant objectedAt) {

    @Override
    public String toString() {
        return "Objection[sealed]";
    }
}
