package io.realname;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertyResolver;

/**
 * Checks that all settings without a safe default are set: keys, database, providers, scanner, administrator. Runs
 * before the rest of the application starts. If settings are missing, the start fails with a
 * {@link MissingSettingsException} that names all of them.
 */
class MissingSettings implements EnvironmentPostProcessor, Ordered {

    private static final List<String> ALWAYS = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "realname.protection.sealing-keyset",
            "realname.protection.blind-index-keyset",
            "realname.tencent.secret-id",
            "realname.tencent.secret-key",
            "realname.tencent.sms.app-id",
            "realname.tencent.sms.template-id",
            "realname.tencent.sms.holder-template-id",
            "realname.tencent.sms.sign-name",
            "realname.jdcloud.access-key",
            "realname.jdcloud.secret-key",
            "camunda.bpm.admin-user.id",
            "camunda.bpm.admin-user.password");

    /** Required only with the scanner {@code clamd}, the default. */
    private static final List<String> TO_SCAN = List.of("realname.evidence.clamd.host");

    private static final List<String> TO_STORE_OUTSIDE = List.of(
            "realname.evidence.s3.region",
            "realname.evidence.s3.bucket",
            "realname.evidence.s3.access-key-id",
            "realname.evidence.s3.secret-access-key");

    private static final List<String> TO_SIGN_ON = List.of(
            "spring.security.oauth2.client.provider.staff.issuer-uri",
            "spring.security.oauth2.client.registration.staff.client-id",
            "spring.security.oauth2.client.registration.staff.client-secret");

    /** Runs last, because the configuration files must be read already. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<String> missing = required(environment).stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingSettingsException(missing);
        }
    }

    private static List<String> required(PropertyResolver settings) {
        List<String> required = new ArrayList<>(ALWAYS);
        if (settings.getProperty("realname.evidence.scanner", "clamd").equalsIgnoreCase("clamd")) {
            required.addAll(TO_SCAN);
        }
        if (settings.getProperty("realname.evidence.store", "").equalsIgnoreCase("s3")) {
            required.addAll(TO_STORE_OUTSIDE);
        }
        if (settings.getProperty("realname.single-sign-on.enabled", "").equalsIgnoreCase("true")) {
            required.addAll(TO_SIGN_ON);
        }
        return required;
    }
}
