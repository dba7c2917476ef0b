package io.realname.process.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.realname.app.Applicant;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.process.history.PassedStepCounts.Passed;
import io.realname.process.history.PassedStepCounts.Waited;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealnameTest
class PassedStepCountsTest {

    @Autowired
    private PassedStepCounts counts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Walk walk;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aVerificationIsCountedByStepAndByTheStepBefore() {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("new-user-verification")
                .latestVersion()
                .singleResult()
                .getId();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        counts.count();
        Map<String, Long> before = byStep(definition, today);

        walk.verified(walk.typed(), Applicant.number(9910));
        counts.count();
        Map<String, Long> after = byStep(definition, today);

        assertThat(after.getOrDefault("ApplicationSubmitted", 0L))
                .isGreaterThan(before.getOrDefault("ApplicationSubmitted", 0L));
        List<Passed> passed = counts.passed(List.of(definition), today.minusDays(1), today.plusDays(1));
        assertThat(passed).anySatisfy(one -> {
            assertThat(one.step()).isEqualTo("RegisterApplication");
            assertThat(one.cameFrom()).isEqualTo("ApplicationSubmitted");
        });
        assertThat(counts.waited(List.of(definition), today.minusDays(1), today.plusDays(1)))
                .extracting(Waited::step)
                .contains("CheckBankCard");
    }

    @Test
    void eachRowIsCountedOnceOnItsDayInShanghai() {
        String definition = "counted:1:9911";
        LocalDate day = LocalDate.of(2011, 3, 1);
        // These days lie before what is counted already, so all is counted anew.
        transactions.executeWithoutResult(transaction -> {
            for (int n = 1; n <= 10; n++) {
                String instance = "counted-" + n;
                row(instance, definition, "2011-02-28 15:59:59.999+00", "Begin Ask*", "");
                row(instance, definition, "2011-02-28 16:0" + (n - 1) + ":00+00", n == 10 ? "Late End" : "End", "Ask");
            }
            row("counted-11", definition, "2011-02-28 17:00:00+00", "Begin", "");
            row("counted-11", definition, "2011-02-28 17:00:02+00", "Call End", "");
            jdbc.sql("update passed_steps_counted set until = '2011-02-01'").update();
            jdbc.sql("delete from passed_step_count").update();
            jdbc.sql("delete from passed_step_wait").update();
        });

        counts.count();
        counts.count();

        assertThat(counts.passed(List.of(definition), day.minusDays(1), day.minusDays(1)))
                .containsExactlyInAnyOrder(new Passed("Begin", "", 10), new Passed("Ask", "Begin", 10));
        assertThat(counts.passed(List.of(definition), day, day))
                .containsExactlyInAnyOrder(
                        new Passed("End", "Ask", 9),
                        new Passed("Late", "Ask", 1),
                        new Passed("End", "Late", 1),
                        new Passed("Begin", "", 1),
                        new Passed("Call", "Begin", 1),
                        new Passed("End", "Call", 1));
        Map<String, Waited> waits = counts.waited(List.of(definition), day, day).stream()
                .collect(Collectors.toMap(Waited::step, Function.identity()));
        assertThat(waits).containsOnlyKeys("Ask", "Call");
        assertThat(Objects.requireNonNull(waits.get("Ask")).times()).isEqualTo(10);
        assertThat(Objects.requireNonNull(waits.get("Ask")).median().toMillis()).isCloseTo(240_000, within(30_000L));
        assertThat(Objects.requireNonNull(waits.get("Ask")).nine().toMillis()).isCloseTo(480_000, within(60_000L));
        assertThat(Objects.requireNonNull(waits.get("Call")).median())
                .isBetween(Duration.ofMillis(1_750), Duration.ofMillis(2_250));
    }

    @Test
    void whatIsNotCommittedYetIsCountedLater() {
        String definition = "counted:1:9912";
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("insert into passed_steps (instance, definition, at, entered, \"left\")"
                            + " values ('counted-12', ?, clock_timestamp(), 'Begin', '')")
                    .param(definition)
                    .update();
            Thread other = new Thread(counts::count);
            other.start();
            join(other);
        });
        assertThat(counts.passed(List.of(definition), today.minusDays(1), today.plusDays(1)))
                .isEmpty();

        counts.count();

        assertThat(counts.passed(List.of(definition), today.minusDays(1), today.plusDays(1)))
                .containsExactly(new Passed("Begin", "", 1));
    }

    private Map<String, Long> byStep(String definition, LocalDate today) {
        return counts.passed(List.of(definition), today.minusDays(1), today.plusDays(1)).stream()
                .collect(Collectors.groupingBy(Passed::step, Collectors.summingLong(Passed::times)));
    }

    private void row(String instance, String definition, String at, String entered, String left) {
        jdbc.sql("insert into passed_steps (instance, definition, at, entered, \"left\")"
                        + " values (?, ?, cast(? as timestamptz), ?, ?)")
                .params(instance, definition, at, entered, left)
                .update();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
