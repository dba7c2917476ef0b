package io.realname.dev;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withUserConfiguration(TestDatabase.class);

    @Test
    void givesEachContextADatabaseOfItsOwn() {
        context.run(one -> context.run(other -> {
            sql(one, "CREATE TABLE seen (word text)").update();

            assertThat(databaseOf(one)).isNotEqualTo(databaseOf(other));
            assertThat(sql(other, "SELECT to_regclass('seen') IS NULL")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }));
    }

    @Test
    void letsThePoolBeConfiguredAsInProduction() {
        context.withPropertyValues("spring.datasource.hikari.pool-name=mine")
                .run(it -> assertThat(it.getBean(DataSource.class)).hasFieldOrPropertyWithValue("poolName", "mine"));
    }

    private static String databaseOf(ApplicationContext context) {
        return sql(context, "SELECT current_database()").query(String.class).single();
    }

    private static JdbcClient.StatementSpec sql(ApplicationContext context, String statement) {
        return JdbcClient.create(context.getBean(DataSource.class)).sql(statement);
    }
}
