package io.realname;

import io.realname.protection.Keysets;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Prints the sealing keyset with a new key, in the two steps in which nodes can take it over. */
final class AddSealingKey {

    private static final String VARIABLE = "REALNAME_PROTECTION_SEALING_KEYSET";

    private AddSealingKey() {}

    static int run(PrintStream out, Map<String, String> environment, String... arguments) {
        String keyset = environment.get(VARIABLE);
        if (arguments.length > 0 || keyset == null || keyset.isBlank()) {
            out.println(
                    "add-sealing-key prints the keyset of the variable " + VARIABLE + " with a new key, twice: with the"
                            + " old key still in use, then with the new one. It takes no arguments.");
            return arguments.length > 0 && arguments[0].equals("--help") ? 0 : OperatorsCommand.NOT_RUN;
        }
        List<String> steps;
        try {
            steps = Keysets.withNewSealingKey(VARIABLE, keyset);
        } catch (IllegalStateException e) {
            out.println(e.getMessage());
            return OperatorsCommand.NOT_RUN;
        }
        out.println("# 1. Set this on all nodes, one after the other: they can open what the new key seals.");
        out.println(VARIABLE + "=" + steps.get(0));
        out.println(
                "# 2. When all nodes have it, set this: the new key seals. The old one still opens what it has sealed, so it stays.");
        out.println(VARIABLE + "=" + steps.get(1));
        return 0;
    }
}
