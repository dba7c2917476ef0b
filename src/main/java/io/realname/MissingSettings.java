package io.realname;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks, before anything else starts, whether everything is there that has no safe default: keys, database, provider,
 * administrator. Refuses to start otherwise and names all that is missing at once.
 */
class MissingSettings implements EnvironmentPostProcessor, Ordered {

    static final List<String> REQUIRED = List.of(
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
            "camunda.bpm.admin-user.id",
            "camunda.bpm.admin-user.password");

    /** After the configuration files are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<String> missing = REQUIRED.stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingSettingsException(missing);
        }
    }
}
