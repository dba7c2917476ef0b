package io.realname;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.datatype.DatatypeFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process application for personal real-name verification. */
@SpringBootApplication
public class RealnameApplication {

    /**
     * Starts the application. With the argument {@code new-keys}, prints new secrets instead. With the argument
     * {@code verify-trail}, compares the tables with the audit trail instead; the exit code is 1 if they differ. With the
     * argument {@code lost-payments}, prints the payments that an operator has to look up; the exit code is 1 if there are
     * some. With the argument {@code add-user}, makes a user of the web apps; {@code add-user --help} says how. With the
     * argument {@code check} and a folder, checks the diagrams and tables in it; the exit code is 1 if they break a rule.
     */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("new-keys")) {
            NewKeys.print(System.out);
            return;
        }
        if (args.length > 0 && args[0].equals("verify-trail")) {
            System.exit(VerifyTrail.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("lost-payments")) {
            System.exit(ListLostPayments.run(utf8(), Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("add-user")) {
            System.exit(AddUser.run(utf8(), System.in, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("check")) {
            System.exit(CheckDiagrams.run(utf8(), Arrays.copyOfRange(args, 1, args.length)));
        }
        // Otherwise JAXP looks through all jars for its factory each time that the engine reads a timer's duration.
        System.setProperty(
                DatatypeFactory.DATATYPEFACTORY_PROPERTY, DatatypeFactory.DATATYPEFACTORY_IMPLEMENTATION_CLASS);
        SpringApplication.run(RealnameApplication.class, args);
    }

    /** Names of banks are Chinese. In a container without a locale, Java would print question marks. */
    private static PrintStream utf8() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
