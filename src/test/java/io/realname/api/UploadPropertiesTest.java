package io.realname.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.api.upload.UploadProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class UploadPropertiesTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Uploads.class);

    @Test
    void takesEightAtOnceUnlessToldOtherwise() {
        app.run(context ->
                assertThat(context.getBean(UploadProperties.class).places()).isEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"places=0", "patience=-1s", "time=0s"})
    void refusesWhatMakesNoSense(String setting) {
        app.withPropertyValues("realname.uploads." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(UploadProperties.class)
    static class Uploads {}
}
