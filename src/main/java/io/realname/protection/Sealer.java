package io.realname.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Seals personal data for storage (AEAD), bound to the place where it is stored. */
@Component
public class Sealer {

    private final Aead aead;

    Sealer(ProtectionProperties properties) throws GeneralSecurityException {
        this.aead = Keysets.read("realname.protection.sealing-keyset", properties.sealingKeyset())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /**
     * Seals a text.
     *
     * @param place where it will stand, for example {@code application/person/0198…}: sealed data that is copied to
     *     another row or column does not open
     */
    public byte[] seal(String text, String place) {
        return sealBytes(text.getBytes(StandardCharsets.UTF_8), place);
    }

    /** @throws IllegalStateException if it was altered, sealed for another place, or with a key that is not there */
    public String open(byte[] sealed, String place) {
        return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    /** As {@link #seal}, of a file. */
    public byte[] sealBytes(byte[] content, String place) {
        try {
            return aead.encrypt(content, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed at " + place, e);
        }
    }

    /** As {@link #open}, of a file. */
    public byte[] openBytes(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed data does not open at " + place, e);
        }
    }
}
