package io.realname.protection;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out whether the keysets are those with which the database was written, by a known value. Without that, an app with
 * other keys takes applications that nobody can read later, and verifies an identity a second time, because it does not
 * find the first one.
 */
@Component
public class KeyCheck {

    private static final String SEALING = "realname.protection.sealing-keyset";
    private static final String BLIND_INDEX = "realname.protection.blind-index-keyset";
    private static final String PLACE = "key_check/sealed";
    private static final String DOMAIN = "key-check";
    private static final String KNOWN = "realname";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final BlindIndex blindIndex;

    KeyCheck(JdbcClient jdbc, Sealer sealer, BlindIndex blindIndex) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.blindIndex = blindIndex;
    }

    /**
     * Stores the known value under the keys if there is none yet, and compares the keys with it.
     *
     * @param sample what is stored already, if the database was written before there was a known value
     * @throws WrongKeysException if they do not fit
     */
    public void needRightKeys(StoredSample sample) {
        if (!isStored()) {
            sample.any().ifPresent(this::needFor);
            jdbc.sql("insert into key_check (sealed, blind_index) values (?, ?) on conflict (only_row) do nothing")
                    .param(sealer.seal(KNOWN, PLACE))
                    .param(blindIndex.of(DOMAIN, KNOWN))
                    .update();
        }
        needRightKeys();
    }

    /**
     * Compares the keys with the known value, and writes nothing.
     *
     * @throws WrongKeysException if they do not fit
     */
    public void needRightKeys() {
        jdbc.sql("select sealed, blind_index from key_check")
                .query((row, n) ->
                        new StoredSample.Sample(row.getBytes("sealed"), PLACE, DOMAIN, row.getBytes("blind_index")))
                .optional()
                .ifPresent(this::needFor);
    }

    private boolean isStored() {
        return jdbc.sql("select exists (select from key_check)")
                .query(Boolean.class)
                .single();
    }

    private void needFor(StoredSample.Sample sample) {
        String value;
        try {
            value = sealer.open(sample.sealed(), sample.place());
        } catch (IllegalStateException e) {
            throw new WrongKeysException(SEALING);
        }
        if (!Arrays.equals(blindIndex.of(sample.domain(), value), sample.index())) {
            throw new WrongKeysException(BLIND_INDEX);
        }
    }
}
