package io.realname.sandbox;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the sandbox on its own, for a staging system: {@code java -jar realname-…-sandbox.jar}. */
public final class SandboxCommand {

    private static final String HELP = """
            The sandbox of realname, on its own. It replaces the providers of a staging system. Never let it be reached from
            the internet, and never use it in production: everybody who reaches it reads all codes.

            Environment:
              SANDBOX_SECRET_ID    the id of the access key that the app signs with (REALNAME_TENCENT_SECRET_ID and
                                   REALNAME_JDCLOUD_ACCESS_KEY of the app); required
              SANDBOX_SECRET_KEY   its secret (REALNAME_TENCENT_SECRET_KEY, REALNAME_JDCLOUD_SECRET_KEY); required
              SANDBOX_PORT         8090 if not set
              SANDBOX_ADDRESS      the address to listen on; 127.0.0.1 if not set, 0.0.0.0 for all
              SANDBOX_BANK_SECONDS how long the bank takes for each answer; 0 if not set

            The app needs, with the sandbox at HOST:PORT, which is localhost:PORT: over plain HTTP the app sends to its own machine
            only. Elsewhere, put a proxy with TLS before it, and https:// in place of http://:
              REALNAME_TENCENT_PROTOCOL=http://
              REALNAME_TENCENT_FACEID_ENDPOINT=HOST:PORT
              REALNAME_TENCENT_OCR_ENDPOINT=HOST:PORT
              REALNAME_TENCENT_SMS_ENDPOINT=HOST:PORT
              REALNAME_JDCLOUD_ENDPOINT=http://HOST:PORT

            GET / says what the sandbox can do, and which numbers make it fail.
            """;

    private SandboxCommand() {}

    public static void main(String[] args) throws InterruptedException {
        Optional<SandboxServer> started = start(args, System.getenv(), System.err);
        if (started.isEmpty()) {
            System.exit(2);
        }
        Thread.currentThread().join();
    }

    /** @return empty if the help was asked for, or something is missing or wrong; it says what */
    static Optional<SandboxServer> start(String[] args, Map<String, String> environment, PrintStream errors) {
        String id = environment.getOrDefault("SANDBOX_SECRET_ID", "");
        String key = environment.getOrDefault("SANDBOX_SECRET_KEY", "");
        Integer port = number(environment.getOrDefault("SANDBOX_PORT", "8090"), 65_535);
        Integer bankSeconds = number(environment.getOrDefault("SANDBOX_BANK_SECONDS", "0"), 600);
        if (args.length > 0 || id.isBlank() || key.isBlank() || port == null || bankSeconds == null) {
            errors.print(HELP);
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(environment.getOrDefault("SANDBOX_ADDRESS", "127.0.0.1"));
            return Optional.of(SandboxServer.start(SandboxSettings.of(id, key)
                    .withAddress(address)
                    .withPort(port)
                    .withBankTaking(Duration.ofSeconds(bankSeconds))));
        } catch (UnknownHostException e) {
            errors.println("SANDBOX_ADDRESS is no address of this machine");
            return Optional.empty();
        }
    }

    private static @Nullable Integer number(String text, int most) {
        try {
            int number = Integer.parseInt(text);
            return number >= 0 && number <= most ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
