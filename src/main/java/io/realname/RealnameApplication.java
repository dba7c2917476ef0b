package io.realname;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process application for personal real-name verification. */
@SpringBootApplication
public class RealnameApplication {

    /**
     * Starts the application. With the argument {@code new-keys}, prints new secrets instead. With the argument
     * {@code verify-trail}, compares the tables with the audit trail instead; the exit code is 1 if they differ.
     */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("new-keys")) {
            NewKeys.print(System.out);
            return;
        }
        if (args.length > 0 && args[0].equals("verify-trail")) {
            System.exit(VerifyTrail.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(RealnameApplication.class, args);
    }
}
