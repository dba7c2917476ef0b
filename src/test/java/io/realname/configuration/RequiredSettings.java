package io.realname.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.mock.env.MockEnvironment;

/** Which settings must be there, as the app says itself when it starts without them. */
final class RequiredSettings {

    private static final String WORDS = "missing settings: ";
    private static final String SCANNER = "realname.evidence.scanner";
    private static final String STORE = "realname.evidence.store";
    private static final String SINGLE_SIGN_ON = "realname.single-sign-on.enabled";

    private final EnvironmentPostProcessor check;
    private final List<String> always;
    private final List<String> withoutScanner;
    private final List<String> withS3;
    private final List<String> withSingleSignOn;

    RequiredSettings() throws IOException {
        check = ourCheck();
        always = missing(new MockEnvironment());
        withoutScanner = missing(new MockEnvironment().withProperty(SCANNER, "none"));
        withS3 = missing(new MockEnvironment().withProperty(STORE, "s3"));
        withSingleSignOn = missing(new MockEnvironment().withProperty(SINGLE_SIGN_ON, "true"));
    }

    /** "yes", "no", or when. */
    String of(String property) {
        if (!always.contains(property)) {
            if (withSingleSignOn.contains(property)) {
                return "with `REALNAME_SINGLE_SIGN_ON_ENABLED=true`";
            }
            return withS3.contains(property) ? "with `REALNAME_EVIDENCE_STORE=s3`" : "no";
        }
        return withoutScanner.contains(property) ? "yes" : "unless `REALNAME_EVIDENCE_SCANNER=none`";
    }

    private static EnvironmentPostProcessor ourCheck() throws IOException {
        Properties factories = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/META-INF/spring.factories"))) {
            factories.load(file);
        }
        String name = factories.getProperty(EnvironmentPostProcessor.class.getName());
        try {
            return (EnvironmentPostProcessor) BeanUtils.instantiateClass(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> missing(MockEnvironment environment) {
        Throwable refusal = catchThrowable(() -> check.postProcessEnvironment(environment, new SpringApplication()));
        assertThat(refusal).hasMessageStartingWith(WORDS);
        return List.of(
                String.valueOf(refusal.getMessage()).substring(WORDS.length()).split(", "));
    }
}
