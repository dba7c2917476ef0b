package io.realname;

import java.util.OptionalInt;
import javax.xml.datatype.DatatypeFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process application for personal real-name verification. */
@SpringBootApplication
public class RealnameApplication {

    /** Starts the application, or runs one of the {@link Commands}. */
    public static void main(String[] args) {
        OptionalInt status = Commands.run(args);
        if (status.isPresent()) {
            System.exit(status.getAsInt());
        }
        // Otherwise JAXP looks through all jars for its factory each time that the engine reads a timer's duration.
        System.setProperty(
                DatatypeFactory.DATATYPEFACTORY_PROPERTY, DatatypeFactory.DATATYPEFACTORY_IMPLEMENTATION_CLASS);
        SpringApplication.run(RealnameApplication.class, args);
    }
}
