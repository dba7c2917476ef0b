package io.realname.protection;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys that protect personal data. Both settings are Tink keysets: their JSON form in Base64.
 * {@code java -jar realname.jar new-keys} generates both.
 *
 * @param sealingKeyset the keyset that seals personal data (AEAD, AES-256-GCM). A new key may be added and made primary
 *     at any time; the old keys must stay, because they open the older data
 * @param blindIndexKeyset the keyset of the hashes by which equal values are found (PRF, HMAC-SHA-256). Its primary key
 *     must never change while there are data: all stored indexes would become invalid
 */
@ConfigurationProperties("realname.protection")
public record ProtectionProperties(
        @Nullable String sealingKeyset, @Nullable String blindIndexKeyset) {

    @Override
    public String toString() {
        return "ProtectionProperties[sealed]";
    }
}
