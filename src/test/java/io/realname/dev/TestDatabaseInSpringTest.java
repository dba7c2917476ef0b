package io.realname.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = TestDatabaseInSpringTest.NoApp.class, webEnvironment = WebEnvironment.NONE)
@Import(TestDatabase.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class TestDatabaseInSpringTest {

    @Configuration(proxyBeanMethods = false)
    static class NoApp {}

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theAppIsNoSuperuserAndSortsByCodePoint() {
        assertThat(jdbc.sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(jdbc.sql("SELECT string_agg(word, '' ORDER BY word) FROM (VALUES ('a'), ('B'), ('林')) v (word)")
                        .query(String.class)
                        .single())
                .isEqualTo("Ba林");
    }
}
