package io.realname;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** What must be set depends on what was chosen. */
class MissingSettingsTest {

    private static final String CLAMD = "realname.evidence.clamd.host";
    private static final String BUCKET = "realname.evidence.s3.bucket";

    @Test
    void scannerIsNeededUnlessDoneWithout() {
        assertThat(missing(new MockEnvironment())).contains(CLAMD).doesNotContain(BUCKET);
        assertThat(missing(new MockEnvironment().withProperty("realname.evidence.scanner", "none")))
                .doesNotContain(CLAMD);
        assertThat(missing(new MockEnvironment().withProperty(CLAMD, "localhost")))
                .doesNotContain(CLAMD);
    }

    @Test
    void storageIsNeededWhereItIsChosen() {
        assertThat(missing(new MockEnvironment().withProperty("realname.evidence.store", "s3")))
                .contains(
                        BUCKET,
                        "realname.evidence.s3.region",
                        "realname.evidence.s3.access-key-id",
                        "realname.evidence.s3.secret-access-key");
    }

    @Test
    void anIdentityProviderIsNeededForSingleSignOn() {
        assertThat(missing(new MockEnvironment())).noneMatch(name -> name.contains("oauth2"));
        assertThat(missing(new MockEnvironment().withProperty("realname.single-sign-on.enabled", "true")))
                .contains(
                        "spring.security.oauth2.client.provider.staff.issuer-uri",
                        "spring.security.oauth2.client.registration.staff.client-id",
                        "spring.security.oauth2.client.registration.staff.client-secret");
    }

    private static List<String> missing(MockEnvironment environment) {
        return catchThrowableOfType(
                        MissingSettingsException.class,
                        () -> new MissingSettings().postProcessEnvironment(environment, new SpringApplication()))
                .names();
    }
}
