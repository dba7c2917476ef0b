package io.realname.process.history;

import io.realname.database.NodeLock;
import io.realname.database.TransactionBound;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Stores the way of each process instance: one row for each transaction in which it moved. The rows stay as long as the
 * engine keeps the history of the instance.
 */
@Repository
public class PassedSteps {

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    private static final long LOCK = 7_240_006;

    /** Behind the id of a step at which the instance still is when the transaction commits. */
    private static final String OPEN = "*";

    private final JdbcClient jdbc;
    private final DataSource database;
    private final TransactionBound<Map<String, Moved>> moved =
            new TransactionBound<>(LinkedHashMap::new, instances -> store(instances.values()));

    PassedSteps(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * A step as it was passed. If an instance passes a step twice, there are two.
     *
     * @param id the step's id in the diagram
     * @param definition the id of the process definition
     * @param leftAt absent while the instance is at the step
     */
    public record PassedStep(
            String id,
            String definition,
            Instant enteredAt,
            @Nullable Instant leftAt) {}

    void entered(String instance, String definition, String step) {
        present(instance, definition).entered.add(new Entered(step));
    }

    void left(String instance, String definition, String step) {
        Moved present = present(instance, definition);
        present.entered.stream()
                .filter(entered -> entered.open && entered.step.equals(step))
                .findFirst()
                .ifPresentOrElse(entered -> entered.open = false, () -> present.left.add(step));
    }

    private Moved present(String instance, String definition) {
        Map<String, Moved> instances = moved.get();
        if (instances == null) {
            throw new IllegalStateException("the engine moved an instance outside a transaction");
        }
        return instances.computeIfAbsent(instance, id -> new Moved(instance, definition));
    }

    private void store(Collection<Moved> all) {
        jdbc.sql("""
                        insert into passed_steps (instance, definition, at, entered, "left")
                        select instance, definition, clock_timestamp(), entered, gone
                        from unnest(:instances::text[], :definitions::text[], :entered::text[], :gone::text[])
                             as moved (instance, definition, entered, gone)
                        """)
                .param("instances", texts(all, one -> one.instance))
                .param("definitions", texts(all, one -> one.definition))
                .param(
                        "entered",
                        texts(
                                all,
                                one -> one.entered.stream().map(Entered::text).collect(Collectors.joining(" "))))
                .param("gone", texts(all, one -> String.join(" ", one.left)))
                .update();
    }

    private static String[] texts(Collection<Moved> all, Function<Moved, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** The steps that an instance has entered, in this order. */
    public List<PassedStep> of(String instance) {
        List<PassedStep> steps = new ArrayList<>();
        jdbc.sql("select definition, at, entered, \"left\" from passed_steps where instance = ? order by at")
                .param(instance)
                .query(row -> {
                    String definition = row.getString("definition");
                    Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
                    ids(row.getString("left")).forEach(step -> leave(steps, step, at));
                    ids(row.getString("entered")).forEach(text -> steps.add(entered(text, definition, at)));
                });
        return List.copyOf(steps);
    }

    private static Stream<String> ids(String text) {
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(" "));
    }

    private static PassedStep entered(String text, String definition, Instant at) {
        return text.endsWith(OPEN)
                ? new PassedStep(text.substring(0, text.length() - OPEN.length()), definition, at, null)
                : new PassedStep(text, definition, at, at);
    }

    private static void leave(List<PassedStep> steps, String step, Instant at) {
        for (int i = 0; i < steps.size(); i++) {
            PassedStep passed = steps.get(i);
            if (passed.leftAt() == null && passed.id().equals(step)) {
                steps.set(i, new PassedStep(step, passed.definition(), passed.enteredAt(), at));
                return;
            }
        }
    }

    /** Deletes the ways of instances whose history the engine has removed, and old counts. One node does it. */
    @Scheduled(cron = "0 30 5 * * *", zone = "Asia/Shanghai")
    void forgetOld() {
        try (NodeLock lock = NodeLock.tryTake(database, LOCK)) {
            if (lock != null) {
                jdbc.sql("""
                                delete from passed_steps
                                where at < now() - interval '1 day'
                                      and at < (select until from passed_steps_counted)
                                      and not exists (select from act_hi_procinst kept where kept.id_ = passed_steps.instance)
                                """).update();
                jdbc.sql("delete from passed_step_count where day < current_date - interval '3 years'")
                        .update();
                jdbc.sql("delete from passed_step_wait where day < current_date - interval '3 years'")
                        .update();
            }
        }
    }

    /** What an instance did in one transaction. */
    private static final class Moved {

        private final String instance;
        private final String definition;
        private final List<Entered> entered = new ArrayList<>();
        private final List<String> left = new ArrayList<>();

        private Moved(String instance, String definition) {
            this.instance = instance;
            this.definition = definition;
        }
    }

    private static final class Entered {

        private final String step;
        private boolean open = true;

        private Entered(String step) {
            this.step = step;
        }

        private String text() {
            return open ? step + OPEN : step;
        }
    }
}
