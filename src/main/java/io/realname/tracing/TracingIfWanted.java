package io.realname.tracing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out Spring Boot's tracing if {@code management.tracing.enabled} is false. Spring Boot itself only leaves out the
 * exporters then: each request would begin spans that nobody ever sees.
 */
final class TracingIfWanted implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String TRACING = "org.springframework.boot.actuate.autoconfigure.tracing.";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean wanted =
                Objects.requireNonNull(environment).getRequiredProperty("management.tracing.enabled", boolean.class);
        boolean[] matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            matches[i] = wanted || name == null || !name.startsWith(TRACING);
        }
        return matches;
    }
}
