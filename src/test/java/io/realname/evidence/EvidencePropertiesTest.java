package io.realname.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EvidencePropertiesTest {

    /** With the contents elsewhere, so that no database is needed. */
    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withUserConfiguration(EvidenceConfiguration.class)
            .withPropertyValues("realname.evidence.store=s3");

    @Test
    void doesWithoutAScannerOnlyIfToldTo() {
        app.run(context -> assertThat(context).doesNotHaveBean(MalwareScanner.class));
        app.withPropertyValues("realname.evidence.scanner=none")
                .run(context -> assertThat(context).hasSingleBean(MalwareScanner.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retention=1h", "retention=-1d", "decoders=0", "scanner=some", "store=disk"})
    void refusesWhatMakesNoSense(String setting) {
        app.withPropertyValues("realname.evidence." + setting)
                .run(context -> assertThat(context).hasFailed());
    }
}
