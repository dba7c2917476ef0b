package io.realname.app;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test compare what requests ask of the database, and plant a statement that the comparison must see. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    /** The header of a request that is to make one lookup more. */
    public static final String PLANT = "X-Planted";

    /** The lookup that it makes. */
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
