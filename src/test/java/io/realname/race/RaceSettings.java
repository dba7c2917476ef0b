package io.realname.race;

import io.realname.app.RealnameTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole app, with room for all racers at once. In production, 8 calls at a time and 15 a second reach the bank, and
 * 10 jobs run at once. A call that is held back is tried again 10 s later, so the racers would come one after the
 * other. Here, all of them wait for the bank together and are released together. The connection pools stay as they are.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealnameTest
@TestPropertySource(
        properties = {
            "resilience4j.bulkhead.instances.bank-card-check.max-concurrent-calls=64",
            "realname.calls.bank-card-checks-per-second=1000",
            "camunda.bpm.job-execution.core-pool-size=64",
            "camunda.bpm.job-execution.max-pool-size=64",
            "camunda.bpm.job-execution.max-jobs-per-acquisition=64",
            "realname.tencent.timeouts.read=19s",
            "realname.tencent.timeouts.call=20s",
            // Another code may be requested at once for each try, so that a test can try to guess all of them.
            "realname.mobile-code.resend-after=0s",
            "realname.mobile-code.per-hour=6"
        })
public @interface RaceSettings {}
