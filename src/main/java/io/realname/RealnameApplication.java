package io.realname;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process application for personal real-name verification. */
@SpringBootApplication
public class RealnameApplication {

    public static void main(String[] args) {
        SpringApplication.run(RealnameApplication.class, args);
    }
}
