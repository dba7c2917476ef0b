package io.realname.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.RealnameTest;
import io.realname.database.AutonomousTransactions;
import io.realname.protection.WrongTries.Delays;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RealnameTest
class WrongTriesTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AutonomousTransactions another;

    @Autowired
    private PlatformTransactionManager transactions;

    /** The clock of a transaction stands still at its begin. */
    @Test
    void aTryWithoutADelayDelaysNobodyWhoBeganEarlier() {
        List<byte[]> subject = List.of("somebody".getBytes(StandardCharsets.UTF_8));
        Delays delays = new Delays(2, 10);

        for (int wrong = 1; wrong <= 2; wrong++) {
            assertThat(delayAfterAnotherTry(subject, delays))
                    .as("wrong " + wrong)
                    .isFalse();
        }
        assertThat(delayAfterAnotherTry(subject, delays)).as("the third").isTrue();
    }

    private boolean delayAfterAnotherTry(List<byte[]> subject, Delays delays) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select now()").query().singleRow();
            another.run(counting -> {
                WrongTries.count(counting, subject, delays);
                return true;
            });
            return WrongTries.delay(jdbc, subject).isPresent();
        }));
    }
}
