package io.realname;

import io.realname.protection.Keysets;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Makes the secrets that an installation needs, as lines for an environment file. */
final class NewKeys {

    /** The lowest cost: behind 32 random bytes there is nothing to guess, and every call pays for it. */
    private static final int COST = 4;

    private static final int SECRET_BYTES = 32;

    private NewKeys() {}

    static void print(PrintStream out) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        out.println("# Keep these where secrets are kept. Without the keysets the data cannot be read.");
        out.println("REALNAME_PROTECTION_SEALING_KEYSET=" + Keysets.newSealingKeyset());
        out.println("REALNAME_PROTECTION_BLIND_INDEX_KEYSET=" + Keysets.newBlindIndexKeyset());
        out.println("# For one client app: it gets the secret, the application gets the hash.");
        out.println("# secret: " + secret);
        out.println("REALNAME_CLIENTS_0_PASSWORD='{bcrypt}" + new BCryptPasswordEncoder(COST).encode(secret) + "'");
    }
}
