package io.realname.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DevConfigurationTest {

    @TempDir
    private Path parent;

    @Test
    void stopsTheDatabaseAfterThePoolThatConnectsToIt() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withUserConfiguration(DevConfiguration.class)
                .withPropertyValues(DevConfiguration.DATA_FOLDER + "=" + parent.resolve("postgres"))
                .run(context -> {
                    var beans = context.getBeanFactory();
                    assertThat(context).hasSingleBean(HikariDataSource.class);
                    // Spring destroys a bean after the beans that depend on it.
                    assertThat(beans.getDependentBeans("embeddedDatabase")).contains("connectionDetails");
                    assertThat(beans.getDependentBeans("connectionDetails")).contains("dataSource");
                });
    }
}
