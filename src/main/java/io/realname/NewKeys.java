package io.realname;

import io.realname.protection.Keysets;
import java.io.PrintStream;

/** Prints the secrets of a new installation, as lines of an environment file. */
final class NewKeys {

    private NewKeys() {}

    static int run(PrintStream out, String... arguments) {
        if (arguments.length > 0) {
            out.println(
                    "new-keys prints the two keysets of a new installation, and a secret for a client app, as lines of"
                            + " an environment file. It takes no arguments. An installation that has data keeps its keysets.");
            return arguments[0].equals("--help") ? 0 : OperatorsCommand.NOT_RUN;
        }
        out.println(
                "# For a new installation. Store these lines where you store secrets. Without the keysets the data cannot be read.");
        out.println("REALNAME_PROTECTION_SEALING_KEYSET=" + Keysets.newSealingKeyset());
        out.println("REALNAME_PROTECTION_BLIND_INDEX_KEYSET=" + Keysets.newBlindIndexKeyset());
        out.println("# For one client app: give the secret to the client app, and the hash to realname.");
        NewClientSecret.print(out, "0");
        return 0;
    }
}
