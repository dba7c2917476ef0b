package io.realname.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import io.realname.dev.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a real pool of one connection: an inner transaction works only if the outer one has let go of it. */
class ProviderCallTest {

    private final HikariDataSource pool = new HikariDataSource();
    private final HandBackDataSource dataSource = new HandBackDataSource(pool);
    private final DataSourceTransactionManager manager = new DataSourceTransactionManager(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(manager);
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final ProviderCall outside = new ProviderCall(dataSource, manager);

    @BeforeEach
    void open() {
        var database = TestDatabase.fresh();
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(1000);
        jdbc.sql("create table word (word text)").update();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void holdsNoConnectionAndNoTransaction() {
        String answer = transaction.execute(status -> {
            words();
            String said = outside.make(() -> {
                assertThat(active()).isZero();
                assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .isFalse();
                return "said";
            });
            write("after");
            return said;
        });
        assertThat(answer).isEqualTo("said");
        assertThat(words()).isOne();
    }

    @Test
    void holdsNoConnectionForWhatTheCallItselfHasRead() {
        transaction.executeWithoutResult(status -> outside.make(() -> {
            words();
            assertThat(active()).isZero();
            transaction.executeWithoutResult(inner -> write("inner"));
            words();
            assertThat(active()).isZero();
            return true;
        }));
        assertThat(words()).isOne();
    }

    @Test
    void letsTheCallCommitOnItsOwn() {
        transaction.executeWithoutResult(status -> {
            words();
            outside.make(() -> transaction.execute(inner -> write("inner")));
            write("outer");
            status.setRollbackOnly();
        });
        assertThat(words())
                .as("the inner one stands, the outer one was rolled back")
                .isOne();
    }

    @Test
    void refusesACallerThatHasWritten() {
        boolean[] called = new boolean[1];
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                    write("half");
                    outside.make(() -> called[0] = true);
                }));
        assertThat(called[0]).as("called").isFalse();
        assertThat(words()).isZero();
        assertThat(active()).isZero();
    }

    @Test
    void worksWithoutATransaction() {
        assertThat(outside.make(() -> {
                    assertThat(active()).isZero();
                    return write("alone");
                }))
                .isOne();
        assertThat(words()).isOne();
    }

    @Test
    void leavesTheCallersTransactionUsableWhenTheCallFails() {
        transaction.executeWithoutResult(status -> {
            words();
            assertThatIllegalStateException()
                    .isThrownBy(() -> outside.make(() -> {
                        throw new IllegalStateException("the bank is away");
                    }));
            write("after");
        });
        assertThat(words()).isOne();
    }

    private int active() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    private int write(String word) {
        return jdbc.sql("insert into word values (?)").param(word).update();
    }

    private int words() {
        return jdbc.sql("select count(*) from word").query(Integer.class).single();
    }
}
