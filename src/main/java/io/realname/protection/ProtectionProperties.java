package io.realname.protection;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of personal data. Both are Tink keysets: their JSON form in Base64. {@code java -jar realname.jar new-keys}
 * makes a pair.
 *
 * @param sealingKeyset the keyset that seals personal data (AEAD, AES-256-GCM). Keys may be added and made primary at
 *     any time; old ones stay for reading
 * @param blindIndexKeyset the keyset by which equal values are found (PRF, HMAC-SHA-256). Its primary key must never
 *     change while data stand: every index would change with it
 */
@ConfigurationProperties("realname.protection")
public record ProtectionProperties(
        @Nullable String sealingKeyset, @Nullable String blindIndexKeyset) {

    @Override
    public String toString() {
        return "ProtectionProperties[sealed]";
    }
}
