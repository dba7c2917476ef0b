package io.realname.app;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test compare the statements that requests execute, and plant a statement that the comparison must find. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    /** A request with this header executes one more lookup. */
    public static final String PLANT = "X-Planted";

    /** That lookup. */
    public static final String PLANTED = "select 'planted'";

    @Bean
    static StatementCounter statementCounter() {
        return new StatementCounter();
    }

    @Bean
    Filter plantedLookup(JdbcClient jdbc) {
        return (request, response, chain) -> {
            if (((HttpServletRequest) request).getHeader(PLANT) != null) {
                jdbc.sql(PLANTED).query(String.class).single();
            }
            chain.doFilter(request, response);
        };
    }
}
