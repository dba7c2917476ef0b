package io.realname.protection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes the keyed hashes that chain a stream. The hash of an entry covers the seal before the entry. The seal after
 * it covers the hash of the entry. So if somebody changes a stream and the program adds an entry afterwards, the change
 * is still found.
 */
@Component
class TrailMacs {

    private static final HexFormat HEX = HexFormat.of();

    private final BlindIndex blindIndex;

    TrailMacs(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    byte[] entry(
            UUID application,
            byte[] sealBefore,
            int number,
            Instant at,
            String event,
            @Nullable String actor,
            SortedMap<String, String> facts) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(HEX.formatHex(sealBefore));
        fields.add(application.toString());
        fields.add(Integer.toString(number));
        fields.add(at.toString());
        fields.add(event);
        fields.add(actor);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            fields.add(fact.getKey());
            fields.add(fact.getValue());
        }
        return blindIndex.of("audit-entry", text(fields));
    }

    byte[] seal(UUID application, int length, byte[] lastMac) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(application.toString());
        fields.add(Integer.toString(length));
        fields.add(HEX.formatHex(lastMac));
        return blindIndex.of("audit-head", text(fields));
    }

    /** The seal of a stream without entries; it is never stored. */
    byte[] sealOfNothing(UUID application) {
        return seal(application, 0, new byte[0]);
    }

    /** The fields, each with its length before it, so that two different lists of fields never give the same text. */
    private static String text(List<@Nullable String> fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            if (field == null) {
                text.append("-;");
            } else {
                text.append(field.length()).append(':').append(field).append(';');
            }
        }
        return text.toString();
    }
}
