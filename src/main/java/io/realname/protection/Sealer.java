package io.realname.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Seals personal data for storage (AEAD). Sealed data are bound to the place where they are stored. */
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
     * @param place where the sealed text is stored, for example {@code application/person/0198…}: if it is copied to
     *     another row or column, it does not open
     */
    public byte[] seal(String text, String place) {
        return sealBytes(text.getBytes(StandardCharsets.UTF_8), place);
    }

    /**
     * @throws IllegalStateException if the data were altered, sealed for another place, or sealed with a key that is
     *     not in the keyset
     */
    public String open(byte[] sealed, String place) {
        return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    /** As {@link #seal}, for the content of a file. */
    public byte[] sealBytes(byte[] content, String place) {
        try {
            return aead.encrypt(content, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed at " + place, e);
        }
    }

    /** As {@link #open}, for the content of a file. */
    public byte[] openBytes(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed data does not open at " + place, e);
        }
    }
}
