package io.realname.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link HandBackDataSource} in front of the pool that Spring Boot builds, and adds the autonomous transactions' own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    static BeanPostProcessor handBackInFrontOfPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return bean instanceof HikariDataSource pool && !beanName.equals(AutonomousTransactions.POOL)
                        ? new HandBackDataSource(pool)
                        : bean;
            }
        };
    }

    /** Nobody gets it who asks for the data source. */
    @Bean(name = AutonomousTransactions.POOL, defaultCandidate = false)
    static HikariDataSource autonomousPool(JdbcConnectionDetails connection, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(AutonomousTransactions.POOL);
        config.setJdbcUrl(connection.getJdbcUrl());
        config.setUsername(connection.getUsername());
        config.setPassword(connection.getPassword());
        config.setMaximumPoolSize(AutonomousTransactions.CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        HikariDataSource pool = new HikariDataSource();
        config.copyStateTo(pool);
        return pool;
    }
}
