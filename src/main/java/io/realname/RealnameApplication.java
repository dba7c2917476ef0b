package io.realname;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process application for personal real-name verification. */
@SpringBootApplication
public class RealnameApplication {

    /** Starts the application; {@code new-keys} prints fresh secrets instead and ends. */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("new-keys")) {
            NewKeys.print(System.out);
            return;
        }
        SpringApplication.run(RealnameApplication.class, args);
    }
}
