package io.realname.provider.tencent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result codes of {@code BankCard4EVerification} and our class of each, from
 * {@code tencent/bankcard4e-result-codes.tsv}: code, whether it is billed, the provider's wording, our class.
 */
final class BankCardResultCodes {

    /** The meaning of a code for us. */
    enum Meaning {
        /** Name, document, card number and mobile number belong together. */
        PASS,
        /** They do not belong together. */
        MISMATCH,
        /** A field is invalid in itself; the provider found this before it asked the bank. */
        INPUT,
        /** The card is lost, frozen, expired or the like. */
        CARD_UNUSABLE,
        /** The verification centre is busy: the call was not processed. */
        TRANSIENT,
        /** The provider's limit of checks per day is reached. */
        RATE_LIMIT
    }

    private static final String RESOURCE = "/tencent/bankcard4e-result-codes.tsv";
    private static final int CODE = 0;
    private static final int MEANING = 3;

    private final Map<String, Meaning> meanings;

    private BankCardResultCodes(Map<String, Meaning> meanings) {
        this.meanings = Map.copyOf(meanings);
    }

    /** @throws IllegalStateException if the resource is missing, or does not have the form above */
    static BankCardResultCodes load() {
        List<String> lines;
        try (InputStream resource = BankCardResultCodes.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Meaning> meanings = new HashMap<>();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 4 || meanings.put(columns[CODE], Meaning.valueOf(columns[MEANING])) != null) {
                throw new IllegalStateException("malformed or repeated line in " + RESOURCE + ": " + line);
            }
        }
        return new BankCardResultCodes(meanings);
    }

    /** Our class of a code; empty for a code that the resource does not contain. */
    Optional<Meaning> meaning(String code) {
        return Optional.ofNullable(meanings.get(code));
    }
}
