package io.realname.protection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A stream as it is stored. Nothing of it is verified yet.
 *
 * @param head absent if the stream has no head
 * @param entries in the order of their numbers
 */
record StoredStream(@Nullable Head head, List<Row> entries) {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Head(int length, byte[] seal) {}

    /** @param facts empty if the stored text cannot be what the program wrote */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            int number,
            Instant at,
            String event,
            @Nullable String actor,
            Optional<SortedMap<String, String>> facts,
            byte[] mac) {}
}
