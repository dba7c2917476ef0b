package io.realname.benchmark.stock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Profile;

/**
 * Starts the engine and two controllers.
 *
 * <p>The profile keeps these classes out of realname's tests, which look for classes in all of {@code io.realname}.
 */
@Profile(StockApplication.PROFILE)
@SpringBootApplication
public class StockApplication {

    static final String PROFILE = "stock";

    public static void main(String[] args) {
        SpringApplication.run(StockApplication.class, args);
    }
}
