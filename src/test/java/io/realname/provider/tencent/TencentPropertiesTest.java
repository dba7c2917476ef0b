package io.realname.provider.tencent;

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
class TencentPropertiesTest {

    @Test
    void haveDefaultsForAllButWhatIsOurOwn() {
        TencentProperties properties = bind(Map.of());

        assertThat(properties.protocol()).isEqualTo("https://");
        assertThat(properties.faceidEndpoint()).isEqualTo("faceid.tencentcloudapi.com");
        assertThat(properties.ocrEndpoint()).isEqualTo("ocr.tencentcloudapi.com");
        assertThat(properties.sms().endpoint()).isEqualTo("sms.tencentcloudapi.com");
        assertThat(properties.sms().region()).isEqualTo("ap-guangzhou");
        assertThat(properties.timeouts())
                .isEqualTo(new TencentProperties.Timeouts(
                        Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(10)));
        assertThat(properties.missing())
                .containsExactly(
                        "realname.tencent.secret-id",
                        "realname.tencent.secret-key",
                        "realname.tencent.sms.app-id",
                        "realname.tencent.sms.template-id",
                        "realname.tencent.sms.holder-template-id",
                        "realname.tencent.sms.sign-name");
    }

    @Test
    void areCompleteWithFiveValues() {
        assertThat(bind(Map.of(
                                "secret-id", "AKIDx",
                                "secret-key", "x",
                                "sms.app-id", "1400000001",
                                "sms.template-id", "449739",
                                "sms.holder-template-id", "449740",
                                "sms.sign-name", "实名"))
                        .missing())
                .isEmpty();
    }

    @Test
    void takeABlankValueForNone() {
        assertThat(bind(Map.of("secret-key", "  ", "sms.app-id", "")).missing())
                .contains("realname.tencent.secret-key", "realname.tencent.sms.app-id");
    }

    @ParameterizedTest
    @CsvSource({
        "protocol, ftp://",
        "protocol, https",
        "faceid-endpoint, https://faceid.tencentcloudapi.com",
        "faceid-endpoint, faceid.tencentcloudapi.com/v1",
        "ocr-endpoint, ocr.tencentcloudapi.com/",
        "sms.endpoint, sms.tencentcloudapi.com?x",
        "timeouts.read, 0s",
        "timeouts.call, 21s",
        "timeouts.connect, -1s",
    })
    void refuseWhatCannotBeRight(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of(name, value)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("realname.tencent." + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox:8090", "faceid.tencentcloudapi.com", "localhost.example.org:80"})
    void refuseToSendPersonalDataInTheClear(String endpoint) {
        assertThatThrownBy(() -> bind(
                        Map.of("protocol", "http://", "faceid-endpoint", endpoint, "sms.endpoint", "localhost:8090")))
                .rootCause()
                .hasMessageContaining("on this machine");
    }

    private static TencentProperties bind(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("realname.tencent." + name, value));
        return new Binder(source).bindOrCreate("realname.tencent", TencentProperties.class);
    }
}
