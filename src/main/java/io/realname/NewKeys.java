package io.realname;

import io.realname.protection.Keysets;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Prints new secrets for an installation, as lines of an environment file. */
final class NewKeys {

    /**
     * The lowest cost of bcrypt. Nobody can guess a secret of 32 random bytes, and every request has to compute the
     * hash.
     */
    private static final int COST = 4;

    private static final int SECRET_BYTES = 32;

    private NewKeys() {}

    static void print(PrintStream out) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        out.println("# Store these lines where you store secrets. Without the keysets the data cannot be read.");
        out.println("REALNAME_PROTECTION_SEALING_KEYSET=" + Keysets.newSealingKeyset());
        out.println("REALNAME_PROTECTION_BLIND_INDEX_KEYSET=" + Keysets.newBlindIndexKeyset());
        out.println("# For one client app: give the secret to the client app, and the hash to realname.");
        out.println("# secret: " + secret);
        out.println("REALNAME_CLIENTS_0_PASSWORD='{bcrypt}" + new BCryptPasswordEncoder(COST).encode(secret) + "'");
    }
}
