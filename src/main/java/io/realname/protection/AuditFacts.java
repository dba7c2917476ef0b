package io.realname.protection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The facts of an entry, sorted by name. Only ids, keyed hashes, codes and counts are accepted, and nothing that looks
 * like a person's number.
 */
final class AuditFacts {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int MOST = 16;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.:-]{1,200}");

    // A mainland mobile number has 11 digits; resident IDs and card numbers have more, counts and codes fewer. Passport
    // and permit numbers may have fewer too, and are then not found.
    private static final Pattern PERSONAL_NUMBER = Pattern.compile(".*[0-9]{11}.*");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern KEYED_HASH = Pattern.compile("[0-9a-f]{64}");

    private AuditFacts() {}

    /** @throws IllegalArgumentException if a fact is not allowed in the trail; the message contains no value */
    static SortedMap<String, String> checked(Map<String, String> facts) {
        if (facts.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " facts");
        }
        facts.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a fact's name is not in camelCase");
            }
            if (!VALUE.matcher(value).matches() || isPersonalNumber(value)) {
                throw new IllegalArgumentException("the fact " + name + " is no id, code or count");
            }
        });
        return new TreeMap<>(facts);
    }

    private static boolean isPersonalNumber(String value) {
        return PERSONAL_NUMBER.matcher(value).matches()
                && !ID.matcher(value).matches()
                && !KEYED_HASH.matcher(value).matches();
    }

    static String json(SortedMap<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts could not be written");
        }
    }

    /** Empty if the text is not what {@link #json} writes. */
    static Optional<SortedMap<String, String>> read(String json) {
        try {
            JsonNode stored = JSON.readTree(json);
            SortedMap<String, String> facts = new TreeMap<>();
            for (Map.Entry<String, JsonNode> fact : stored.properties()) {
                if (!fact.getValue().isTextual()) {
                    return Optional.empty();
                }
                facts.put(fact.getKey(), fact.getValue().textValue());
            }
            return stored.isObject() ? Optional.of(facts) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
