package io.realname.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.app.Applicant;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An app with other keys than those of its database does not start. */
@RealnameTest
class KeyCheckTest {

    private static final String SEALING = "realname.protection.sealing-keyset";
    private static final String BLIND_INDEX = "realname.protection.blind-index-keyset";

    @Autowired
    private KeyCheck keys;

    @Autowired
    private ProtectionProperties right;

    @Autowired
    private StoredSample sample;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Walk walk;

    @Test
    void theKeysOfTheDatabaseFit() {
        assertThat(stored()).isEqualTo(1);
        assertThatCode(keys::needRightKeys).doesNotThrowAnyException();
        assertThatCode(() -> keys.needRightKeys(sample)).doesNotThrowAnyException();
    }

    @Test
    void otherKeysAreRefusedByTheNameOfTheirSetting() throws GeneralSecurityException {
        assertRefused(with(otherSealing()), SEALING);
        assertRefused(with(otherIndex()), BLIND_INDEX);
    }

    /** A keyset may get keys: the old ones still open what they have sealed. */
    @Test
    void anAddedKeyFits() throws GeneralSecurityException {
        for (String keyset : Keysets.withNewSealingKey("x", String.valueOf(right.sealingKeyset()))) {
            KeyCheck rotated = with(new ProtectionProperties(keyset, right.blindIndexKeyset()));
            assertThatCode(rotated::needRightKeys).doesNotThrowAnyException();
        }
    }

    /** The database is older than this check, so what it holds is compared before the known value is stored. */
    @Test
    void beforeTheKnownValueIsStoredWhatIsThereIsCompared() {
        Applicant applicant = Applicant.number(9940);
        walk.account(applicant.account(), "JD_MALL", applicant.mobile());
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("delete from key_check").update();
            try {
                for (ProtectionProperties other : new ProtectionProperties[] {otherSealing(), otherIndex()}) {
                    KeyCheck check = with(other);
                    assertThatThrownBy(() -> check.needRightKeys(sample)).isInstanceOf(WrongKeysException.class);
                    assertThat(stored()).isZero();
                }
                keys.needRightKeys(sample);
                assertThat(stored()).isEqualTo(1);
                keys.needRightKeys();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            transaction.setRollbackOnly();
        });
    }

    @Test
    void anEmptyDatabaseTakesAnyKeys() {
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("delete from key_check").update();
            try {
                KeyCheck other = with(otherSealing());
                other.needRightKeys(Optional::empty);
                other.needRightKeys();
                assertRefused(keys, SEALING);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            transaction.setRollbackOnly();
        });
    }

    private static void assertRefused(KeyCheck check, String setting) {
        assertThatThrownBy(check::needRightKeys)
                .isInstanceOf(WrongKeysException.class)
                .hasMessage(setting + " is not the keyset with which this database was written");
    }

    private KeyCheck with(ProtectionProperties properties) throws GeneralSecurityException {
        return new KeyCheck(jdbc, new Sealer(properties), new BlindIndex(properties));
    }

    private ProtectionProperties otherSealing() {
        return new ProtectionProperties(Keysets.newSealingKeyset(), right.blindIndexKeyset());
    }

    private ProtectionProperties otherIndex() {
        return new ProtectionProperties(right.sealingKeyset(), Keysets.newBlindIndexKeyset());
    }

    private int stored() {
        return jdbc.sql("select count(*) from key_check").query(Integer.class).single();
    }
}
