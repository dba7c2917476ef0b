package io.realname.dev;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Gives a test an empty PostgreSQL database: {@code @Import(TestDatabase.class)} for one per application context, from
 * which Spring Boot builds the data source as it does in production; {@link #fresh()} for a test without Spring.
 *
 * <p>All tests of a JVM share one server. It is set up for speed, because its data are deleted when the JVM ends.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    @Bean
    JdbcConnectionDetails testDatabaseConnectionDetails(ObjectProvider<ApplicationArguments> ofSpringApplication) {
        ofSpringApplication.ifAvailable(arguments -> Server.outlivesSpringApplications = true);
        return fresh();
    }

    /** A new, empty database. */
    public static JdbcConnectionDetails fresh() {
        return Server.createDatabase();
    }

    /** Starts when a database is requested for the first time. */
    private static final class Server {

        private static final Logger log = LoggerFactory.getLogger(TestDatabase.class);
        private static final AtomicInteger databases = new AtomicInteger();
        private static final CountDownLatch contextsClosed = new CountDownLatch(1);
        private static final EmbeddedPostgres postgres = start();

        /** Set once a Spring Boot application uses a database: its context closes in Spring Boot's shutdown hook. */
        private static volatile boolean outlivesSpringApplications;

        static JdbcConnectionDetails createDatabase() {
            String name = "test_" + databases.incrementAndGet();
            try {
                ServerSettings.createDatabase(postgres, name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new OwnersConnection(ServerSettings.jdbcUrl(postgres, name));
        }

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = ServerSettings.builder()
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("autovacuum", "off")
                        .start();
                ServerSettings.createOwner(postgres);
                // Spring Boot runs its handlers after the contexts have closed; a JVM hook would run at the same time.
                SpringApplication.getShutdownHandlers().add(contextsClosed::countDown);
                Runtime.getRuntime().addShutdownHook(new Thread(Server::stop, "test-database"));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop() {
            try {
                if (outlivesSpringApplications && !contextsClosed.await(20, TimeUnit.SECONDS)) {
                    log.warn("Application contexts take long to close: their database stops now");
                }
                postgres.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
