package io.realname.protection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A stream as the database has it: nothing of it is believed.
 *
 * @param head absent if there is none
 * @param entries by their numbers
 */
record StoredStream(@Nullable Head head, List<Row> entries) {

    @SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
    record Head(int length, byte[] seal) {}

    /** @param facts empty if they are not what is written */
    @SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
    record Row(
            int number,
            Instant at,
            String event,
            @Nullable String actor,
            Optional<SortedMap<String, String>> facts,
            byte[] mac) {}
}
