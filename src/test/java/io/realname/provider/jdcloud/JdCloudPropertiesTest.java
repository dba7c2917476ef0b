package io.realname.provider.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings, bound as the application binds them. */
class JdCloudPropertiesTest {

    @Test
    void haveDefaultsForAllButTheKey() {
        JdCloudProperties properties = bind(Map.of());

        assertThat(properties.endpoint()).isEqualTo("https://cloudauth.jdcloud-api.com");
        assertThat(properties.timeouts())
                .isEqualTo(new JdCloudProperties.Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10)));
        assertThat(properties.missing()).containsExactly("realname.jdcloud.access-key", "realname.jdcloud.secret-key");
    }

    @Test
    void takeABlankValueForNone() {
        assertThat(bind(Map.of("access-key", "x", "secret-key", "  ")).missing())
                .containsExactly("realname.jdcloud.secret-key");
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, ftp://cloudauth.jdcloud-api.com",
        "endpoint, cloudauth.jdcloud-api.com",
        "endpoint, https://cloudauth.jdcloud-api.com/v1",
        "timeouts.connect, 0s",
        "timeouts.call, 21s",
        "timeouts.call, -1s",
    })
    void refuseWhatCannotBeRight(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of(name, value)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("realname.jdcloud." + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://sandbox:8090", "http://cloudauth.jdcloud-api.com", "http://localhost.example.org:80"})
    void refuseToSendPersonalDataInTheClear(String endpoint) {
        assertThatThrownBy(() -> bind(Map.of("endpoint", endpoint)))
                .rootCause()
                .hasMessageContaining("on this machine");
    }

    private static JdCloudProperties bind(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("realname.jdcloud." + name, value));
        return new Binder(source).bindOrCreate("realname.jdcloud", JdCloudProperties.class);
    }
}
