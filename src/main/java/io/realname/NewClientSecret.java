package io.realname;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;

/** Prints a new secret for a client app, and the hash that is set in its place. */
final class NewClientSecret {

    private static final int BYTES = 32;

    private NewClientSecret() {}

    static int run(PrintStream out, String... arguments) {
        if (arguments.length > 0) {
            out.println("new-client-secret prints a secret for a client app, and its hash. It takes no arguments.");
            return arguments[0].equals("--help") ? 0 : OperatorsCommand.NOT_RUN;
        }
        out.println(
                "# Give the secret to the client app. Set the hash as REALNAME_CLIENTS_n_PASSWORD, n being its number.");
        print(out, "n");
        return 0;
    }

    /** @param number of the client among the settings */
    static void print(PrintStream out, String number) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        out.println("# secret: " + secret);
        out.println("REALNAME_CLIENTS_" + number + "_PASSWORD='{SHA-256}" + hash(secret) + "'");
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
