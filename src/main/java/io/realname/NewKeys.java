package io.realname;

import io.realname.protection.Keysets;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;

/** Prints new secrets for an installation, as lines of an environment file. */
final class NewKeys {

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
        out.println("REALNAME_CLIENTS_0_PASSWORD='{SHA-256}" + hash(secret) + "'");
    }

    /**
     * Every request has to compute the hash. A slow hash protects a password that can be guessed; nobody can guess 32
     * random bytes.
     */
    @SuppressWarnings("deprecation") // Spring deprecates it for people's passwords, and will not remove it
    private static String hash(String secret) {
        return new MessageDigestPasswordEncoder("SHA-256").encode(secret);
    }
}
