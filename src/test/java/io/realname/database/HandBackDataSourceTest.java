package io.realname.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.realname.dev.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real pool of one connection: whoever holds it keeps everybody else from it. */
class HandBackDataSourceTest {

    private final HikariDataSource pool = new HikariDataSource();
    private final HandBackDataSource dataSource = new HandBackDataSource(pool);

    @BeforeEach
    void open() throws SQLException {
        var database = TestDatabase.fresh();
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(1000);
        execute("create table word (word text)");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void takesNoConnectionBeforeItsFirstStatement() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();
            connection.commit();
            assertThat(active()).isZero();

            execute(connection, "insert into word values ('kept')");
            assertThat(active()).isOne();
            connection.commit();
        }
        assertThat(active()).isZero();
        assertThat(count()).isOne();
    }

    @Test
    void handsBackWhatHasOnlyReadAndGoesOnInTheSameWay() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select 1");

            ((HandBackConnection) connection).handBack();
            assertThat(active()).isZero();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
            execute("insert into word values ('another')");

            execute(connection, "insert into word values ('rolled back')");
            connection.rollback();
            execute(connection, "insert into word values ('kept')");
            connection.commit();
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void beginsANewTransactionAfterHandingBack() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select 1");
            ((HandBackConnection) connection).handBack();
            execute(connection, "insert into word values ('not committed')");
        }
        assertThat(count()).as("what was never committed").isZero();
    }

    @Test
    void refusesToHandBackWhatHasWritten() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into word values ('half')");
            assertThatIllegalStateException()
                    .isThrownBy(() -> ((HandBackConnection) connection).handBack())
                    .withMessageContaining("written");
            connection.rollback();
            // The transaction that wrote is over.
            ((HandBackConnection) connection).handBack();
            assertThat(active()).isZero();
        }
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into word values ('half')",
                "with written as (insert into word values ('half') returning 1) select * from written",
                "select * from (select word from word for update) locked",
                "SELECT word FROM word\nFOR NO KEY UPDATE",
                "select pg_current_xact_id()",
                "select nextval('numbers')"
            })
    void asksWhetherAnythingIsWrittenIfAStatementDoesMoreThanLook(String writing) throws SQLException {
        execute("insert into word values ('before')");
        execute("create sequence numbers");
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(writing)) {
                statement.execute();
            }
            assertThatIllegalStateException().isThrownBy(() -> ((HandBackConnection) connection).handBack());
            connection.rollback();
        }
        assertThat(count()).isOne();
    }

    @Test
    void leavesAutoCommitAsThePoolHasIt() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            execute(connection, "insert into word values ('kept')");
            ((HandBackConnection) connection).handBack();
            connection.setAutoCommit(false);
            execute(connection, "insert into word values ('rolled back')");
        }
        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            execute(connection, "select 1");
            assertThat(connection.unwrap(org.postgresql.jdbc.PgConnection.class).getAutoCommit())
                    .isTrue();
        }
        assertThat(count()).isOne();
    }

    @Test
    void isOfNoUseOnceClosed() throws SQLException {
        Connection connection = dataSource.getConnection();
        execute(connection, "select 1");
        connection.close();
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThat(active()).isZero();
        assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
        assertThat(active()).isZero();
    }

    @Test
    void tellsTheDatabasesOwnExceptions() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThatThrownBy(() -> execute(connection, "select nothing"))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42703");
        }
    }

    private int active() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    private int count() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from word")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
