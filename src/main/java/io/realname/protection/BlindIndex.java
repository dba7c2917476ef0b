package io.realname.protection;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes (HMAC-SHA-256, 32 bytes). Equal values have equal hashes, so that they are found although nobody can
 * read them. From a hash without a key, an 18-digit number could be guessed in minutes.
 */
@Component
public class BlindIndex {

    private static final int BYTES = 32;

    private final PrfSet prf;

    BlindIndex(ProtectionProperties properties) throws GeneralSecurityException {
        this.prf = Keysets.read("realname.protection.blind-index-keyset", properties.blindIndexKeyset())
                .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    /**
     * The index of a value in a domain. Equal values in different domains have unrelated indexes.
     *
     * @param domain the kind of value, for example {@code identity}
     */
    public byte[] of(String domain, String value) {
        return of(domain, value.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #of(String, String)}, for the content of a file. */
    public byte[] of(String domain, byte[] value) {
        byte[] prefix = (domain + '\0').getBytes(StandardCharsets.UTF_8);
        byte[] input = Arrays.copyOf(prefix, prefix.length + value.length);
        System.arraycopy(value, 0, input, prefix.length, value.length);
        try {
            return prf.computePrimary(input, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no blind index for " + domain, e);
        }
    }
}
