package io.realname.protection;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and generates the keysets of {@link ProtectionProperties}. */
public final class Keysets {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cryptographic library cannot be used", e);
        }
    }

    private Keysets() {}

    /** A new sealing keyset, in the form of the setting. */
    public static String newSealingKeyset() {
        try {
            return write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    /** A new blind-index keyset, in the form of the setting. */
    public static String newBlindIndexKeyset() {
        try {
            return write(KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    /**
     * A sealing keyset with a new key.
     *
     * @param setting what the message of an error calls the keyset
     * @return the keyset in which the old key still seals, and the one in which the new key does
     * @throws IllegalStateException if the value is not a keyset
     */
    public static List<String> withNewSealingKey(String setting, String value) {
        KeysetHandle old = read(setting, value);
        try {
            KeysetHandle added = KeysetHandle.newBuilder(old)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId())
                    .build();
            KeysetHandle.Builder inUse = KeysetHandle.newBuilder(added);
            inUse.getAt(inUse.size() - 1).makePrimary();
            return List.of(write(added), write(inUse.build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(setting + " is no sealing keyset", e);
        }
    }

    /** @throws IllegalStateException if the setting is not a keyset; the message names the setting, never its value */
    static KeysetHandle read(String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(setting + " is not set");
        }
        try {
            String json = new String(Base64.getDecoder().decode(value.strip()), StandardCharsets.UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalStateException(setting + " is not a keyset (Tink JSON in Base64)");
        }
    }

    private static String write(KeysetHandle keyset) throws GeneralSecurityException {
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
