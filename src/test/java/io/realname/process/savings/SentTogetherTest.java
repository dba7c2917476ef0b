package io.realname.process.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.process.ProcessTest;
import java.sql.BatchUpdateException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine writes is sent at once. It learns as before what was changed meanwhile, and what has failed. */
@ProcessTest
class SentTogetherTest {

    private static final String OURS = "sent-together-";

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void clean() {
        jdbc.sql("delete from act_ge_property where name_ like ?")
                .param(OURS + "%")
                .update();
        jdbc.sql("delete from act_ru_event_subscr where id_ like ?")
                .param(OURS + "%")
                .update();
        jdbc.sql("delete from act_ru_execution where id_ like ? and parent_id_ is not null")
                .param(OURS + "%")
                .update();
        jdbc.sql("delete from act_ru_execution where id_ like ?")
                .param(OURS + "%")
                .update();
    }

    @Test
    void writesAllInItsOrder() {
        flush(entities -> IntStream.range(0, 120).forEach(i -> entities.insert(property(i, "new"))));
        flush(entities -> {
            IntStream.range(0, 120).forEach(i -> stored(entities, i).setValue("changed"));
            IntStream.range(0, 60).forEach(i -> entities.delete(stored(entities, i)));
            entities.insert(property(120, "new"));
        });

        assertThat(properties("changed")).isEqualTo(60);
        assertThat(properties("new")).isEqualTo(1);
        assertThat(properties()).isEqualTo(61);
    }

    @Test
    void findsWhatAnotherTransactionHasChanged() {
        flush(entities -> List.of(1, 2, 3).forEach(i -> entities.insert(property(i, "old"))));

        assertThatExceptionOfType(OptimisticLockingException.class)
                .isThrownBy(() -> flush(entities -> {
                    List.of(1, 2, 3).forEach(i -> stored(entities, i).setValue("late"));
                    entities.insert(property(4, "late"));
                    jdbc.sql("update act_ge_property set rev_ = rev_ + 1, value_ = 'other' where name_ = ?")
                            .param(OURS + 2)
                            .update();
                }));
        assertThat(properties("late")).isZero();
    }

    @Test
    void saysWhatHasFailed() {
        flush(entities -> entities.insert(property(2, "old")));

        assertThatThrownBy(() -> flush(entities -> {
                    List.of(1, 2, 3).forEach(i -> entities.insert(property(i, "late")));
                }))
                .isInstanceOf(ProcessEngineException.class)
                .isNotInstanceOf(OptimisticLockingException.class)
                .satisfies(failure -> assertThat(ExceptionUtils.throwableOfType(failure, BatchUpdateException.class)
                                .getUpdateCounts())
                        .containsExactly(1))
                .hasStackTraceContaining("duplicate key value violates unique constraint")
                .satisfies(failure -> assertThat(ExceptionUtils.getStackTrace(failure))
                        .as("no values of the row")
                        .doesNotContain("Key (", "values("));
        assertThat(properties("late")).isZero();
    }

    @Test
    void findsThatAnInstanceHasEnded() {
        assertThatExceptionOfType(OptimisticLockingException.class)
                .isThrownBy(() -> flush(entities -> {
                    entities.insert(property(1, "late"));
                    EventSubscriptionEntity waiting = new EventSubscriptionEntity(EventType.MESSAGE);
                    waiting.setExecutionId(OURS + "gone");
                    entities.insert(waiting);
                }));
        assertThat(properties()).isZero();
    }

    @Test
    void findsThatAnInstanceHasGoneOn() {
        jdbc.sql("insert into act_ru_execution (id_, rev_) values (?, 1)")
                .param(OURS + "instance")
                .update();
        jdbc.sql("insert into act_ru_event_subscr (id_, rev_, event_type_, execution_id_, created_)"
                        + " values (?, 1, 'message', ?, now())")
                .params(OURS + "waits", OURS + "instance")
                .update();

        assertThatExceptionOfType(OptimisticLockingException.class)
                .isThrownBy(() -> flush(entities -> {
                    entities.delete(entities.selectById(EventSubscriptionEntity.class, OURS + "waits"));
                    entities.delete(entities.selectById(ExecutionEntity.class, OURS + "instance"));
                    jdbc.sql("delete from act_ru_event_subscr where id_ = ?")
                            .param(OURS + "waits")
                            .update();
                    jdbc.sql("insert into act_ru_execution (id_, rev_, parent_id_) values (?, 1, ?)")
                            .params(OURS + "next", OURS + "instance")
                            .update();
                }));
        assertThat(jdbc.sql("select count(*) from act_ru_execution where id_ = ?")
                        .param(OURS + "instance")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void knowsADriverThatMakesOneStatementOfSeveral() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.getJdbcUrl());
        source.setUser(database.getUsername());
        source.setPassword(database.getPassword());
        assertThat(SentTogether.rewrites(source)).isFalse();

        source.setReWriteBatchedInserts(true);
        assertThat(SentTogether.rewrites(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bg", "cs", "de", "es", "fr", "it", "ja", "nl", "pl", "pt-BR", "ru", "sr", "tr", "zh-CN", "zh-TW", "en"
            })
    void findsTheNumberOfWhatHasFailedInEachLanguage(String language) {
        String words = "Batch entry {0} {1} was aborted: {2}  Call getNextException to see other errors in the batch.";
        String translated;
        try {
            translated = ResourceBundle.getBundle(
                            "org.postgresql.translation.messages", Locale.forLanguageTag(language))
                    .getString(words);
        } catch (MissingResourceException e) {
            translated = words;
        }

        assertThat(SentTogether.failed(MessageFormat.format(translated, 17, "<unknown>", "relation 18")))
                .hasValue(17);
    }

    private void flush(Consumer<DbEntityManager> work) {
        engine.getCommandExecutorTxRequiresNew().execute(context -> {
            work.accept(context.getDbEntityManager());
            return null;
        });
    }

    private static PropertyEntity property(int number, String value) {
        return new PropertyEntity(OURS + number, value);
    }

    private static PropertyEntity stored(DbEntityManager entities, int number) {
        return entities.selectById(PropertyEntity.class, OURS + number);
    }

    private int properties() {
        return properties("%");
    }

    private int properties(String value) {
        return jdbc.sql("select count(*) from act_ge_property where name_ like ? and value_ like ?")
                .params(OURS + "%", value)
                .query(Integer.class)
                .single();
    }
}
