package io.realname.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.RealnameTest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RealnameTest
class SecretThrottleTest {

    @Autowired
    private SecretThrottle throttle;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    /** The clock of a transaction stands still at its begin. */
    @Test
    void aFreeGuessClosesNothingForARequestThatBeganEarlier() {
        for (int wrong = 1; wrong <= 2; wrong++) {
            boolean closed = Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> {
                jdbc.sql("select now()").query().singleRow();
                CompletableFuture.supplyAsync(() -> throttle.countWrong("console", "203.0.113.77"))
                        .join();
                return throttle.standing("console", "203.0.113.77")
                        .orElseThrow()
                        .isClosed();
            }));
            assertThat(closed).as("wrong " + wrong).isFalse();
        }
    }
}
