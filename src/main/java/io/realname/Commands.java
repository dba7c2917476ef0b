package io.realname;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the jar does other than start the application. A misspelt command must not start a node, which would take jobs: so
 * a first word that is no option has to be one of these.
 */
final class Commands {

    static final String HELP = """
            java -jar realname.jar                      starts the application
            java -jar realname.jar COMMAND [--help]     does one of these, with the same settings, and ends:

              new-keys            prints the two keysets of a new installation, and a secret for a client app
              new-client-secret   prints another secret for a client app, and its hash
              add-sealing-key     prints the sealing keyset with a new key, to change keys
              verify-trail        compares the tables with the audit trail
              lost-payments       prints the payments that an operator has to look up
              add-user            makes a user of the web apps
              check FOLDER        checks diagrams and tables

            The exit code is 0 if all is well, 1 if something was found or refused, and 2 if the command could not run.""";

    private static final Set<String> HELPS = Set.of("--help", "-h", "help");

    private Commands() {}

    /** @return the exit code; empty if the application is to be started */
    static OptionalInt run(String... arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("--") && !HELPS.contains(arguments[0])) {
            return OptionalInt.empty();
        }
        // Names of banks are Chinese. In a container without a locale, Java would print question marks.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return OptionalInt.of(run(out, arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length)));
    }

    private static int run(PrintStream out, String command, String... arguments) {
        return switch (command) {
            case "new-keys" -> NewKeys.run(out, arguments);
            case "new-client-secret" -> NewClientSecret.run(out, arguments);
            case "add-sealing-key" -> AddSealingKey.run(out, System.getenv(), arguments);
            case "verify-trail" -> VerifyTrail.run(out, arguments);
            case "lost-payments" -> ListLostPayments.run(out, arguments);
            case "add-user" -> AddUser.run(out, System.in, arguments);
            case "check" -> CheckDiagrams.run(out, arguments);
            case "--help", "-h", "help" -> {
                out.println(HELP);
                yield 0;
            }
            default -> {
                out.println("There is no command " + command + ".\n\n" + HELP);
                yield OperatorsCommand.NOT_RUN;
            }
        };
    }
}
