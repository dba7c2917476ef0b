package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The tests of the class together, a {@link ProcessTest}, reach each node and flow of a diagram; if not, it fails. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EveryPathOf.Reached.class)
public @interface EveryPathOf {

    /** The key of the process, after which its file is called. */
    String value();

    final class Reached implements BeforeAllCallback, AfterAllCallback {

        @Override
        public void beforeAll(ExtensionContext tests) {
            coverage(tests).restart();
        }

        @Override
        public void afterAll(ExtensionContext tests) {
            String process = tests.getRequiredTestClass()
                    .getAnnotation(EveryPathOf.class)
                    .value();
            assertThat(coverage(tests).missing(process))
                    .as("not reached in %s", process)
                    .isEmpty();
        }

        private static PathCoverage coverage(ExtensionContext tests) {
            return SpringExtension.getApplicationContext(tests).getBean(PathCoverage.class);
        }
    }
}
