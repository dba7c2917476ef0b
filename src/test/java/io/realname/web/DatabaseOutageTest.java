package io.realname.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an outage of the database, in whatever it is wrapped, and what is an error of ours. */
class DatabaseOutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53100", "53200", "53300", "58030"})
    void isAnOutageInAnyWrapping(String state) {
        SQLException broken = new SQLException("no words of this are used", state);

        assertThat(DatabaseOutage.isBehind(broken)).isTrue();
        assertThat(DatabaseOutage.isBehind(new IllegalStateException(new RuntimeException(broken))))
                .isTrue();
        assertThat(DatabaseOutage.isBehind(
                        new RuntimeException(new BatchUpdateException("a batch", state, new int[0], broken))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40P01", "42601", "22001"})
    void isAnErrorOfOurs(String state) {
        assertThat(DatabaseOutage.isBehind(new RuntimeException(new SQLException("", state))))
                .isFalse();
    }

    @Test
    void withoutAStateItIsNone() {
        assertThat(DatabaseOutage.isBehind(new SQLException(""))).isFalse();
        assertThat(DatabaseOutage.isBehind(null)).isFalse();
    }
}
