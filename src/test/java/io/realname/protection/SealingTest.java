package io.realname.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealingTest {

    private final ProtectionProperties keys =
            new ProtectionProperties(Keysets.newSealingKeyset(), Keysets.newBlindIndexKeyset());

    @Test
    void opensWhereItWasSealed() throws GeneralSecurityException {
        Sealer sealer = new Sealer(keys);

        assertThat(sealer.open(sealer.seal("林斌", "application/person/1"), "application/person/1"))
                .isEqualTo("林斌");
    }

    @Test
    void doesNotOpenInAnotherRowOrWhenAltered() throws GeneralSecurityException {
        Sealer sealer = new Sealer(keys);
        byte[] sealed = sealer.seal("林斌", "application/person/1");
        byte[] altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThatThrownBy(() -> sealer.open(sealed, "application/person/2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("林");
        assertThatThrownBy(() -> sealer.open(altered, "application/person/1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() throws GeneralSecurityException {
        Sealer sealer = new Sealer(keys);

        assertThat(sealer.seal("林斌", "p")).isNotEqualTo(sealer.seal("林斌", "p"));
    }

    @Test
    void findsEqualValuesOfOneDomainOnly() throws GeneralSecurityException {
        BlindIndex index = new BlindIndex(keys);
        BlindIndex withOtherKey = new BlindIndex(new ProtectionProperties(null, Keysets.newBlindIndexKeyset()));

        assertThat(index.of("card", "1"))
                .hasSize(32)
                .isEqualTo(index.of("card", "1"))
                .isNotEqualTo(index.of("mobile", "1"))
                .isNotEqualTo(withOtherKey.of("card", "1"));
    }

    @Test
    void saysWhichKeysetIsMissingOrBrokenAndNeverItsValue() {
        assertThatThrownBy(() -> new Sealer(with(null))).hasMessage("realname.protection.sealing-keyset is not set");
        String broken = Base64.getEncoder().encodeToString("{\"secret\":1}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new Sealer(with(broken)))
                .hasMessage("realname.protection.sealing-keyset is not a keyset (Tink JSON in Base64)")
                .hasNoCause();
        assertThat(keys.toString()).isEqualTo("ProtectionProperties[sealed]");
    }

    private static ProtectionProperties with(@Nullable String sealingKeyset) {
        return new ProtectionProperties(sealingKeyset, null);
    }
}
