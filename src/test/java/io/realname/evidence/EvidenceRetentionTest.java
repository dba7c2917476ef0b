package io.realname.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.RealnameTest;
import io.realname.evidence.file.EvidenceType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Contents go when their time is over, and not before. */
@RealnameTest
class EvidenceRetentionTest {

    @Autowired
    private EvidenceRetention retention;

    @Autowired
    private EvidenceFolder folder;

    @Autowired
    private EvidenceProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void removesWhatIsOverdueOnly() {
        UUID overdue = withFiles(
                RegisteredApplication.ended(jdbc, properties.retention().plusMinutes(1)));
        UUID kept = withFiles(
                RegisteredApplication.ended(jdbc, properties.retention().minusMinutes(1)));
        UUID open = withFiles(RegisteredApplication.open(jdbc));

        retention.removeOverdue();

        assertThat(folder.of(overdue)).isEmpty();
        assertThat(contents(overdue)).isZero();
        assertThat(folder.of(kept)).hasSize(2);
        assertThat(contents(kept)).isEqualTo(2);
        assertThat(folder.of(open)).hasSize(2);
    }

    @Test
    void severalNodesAtOnceRemoveAll() {
        List<UUID> overdue = IntStream.range(0, 20)
                .mapToObj(n -> withFiles(RegisteredApplication.ended(jdbc, Duration.ofDays(400 + n))))
                .toList();

        Stream.generate(() -> CompletableFuture.runAsync(retention::removeOverdue))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(overdue).allSatisfy(application -> {
            assertThat(folder.of(application)).isEmpty();
            assertThat(contents(application)).isZero();
        });
    }

    @Test
    void isKeptNinetyDaysUnlessSaidOtherwise() {
        assertThat(properties.retention()).isEqualTo(Duration.ofDays(90));
    }

    private UUID withFiles(UUID application) {
        Examined file = new Examined(EvidenceKind.OTHER, EvidenceType.PNG, 1, new byte[] {1, 2, 3});
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> folder.add(application, List.of(file, file)));
        return application;
    }

    private int contents(UUID application) {
        return jdbc.sql("""
                        select count(*) from evidence_content
                        where evidence in (select id from evidence where application = ?)
                        """).param(application).query(Integer.class).single();
    }
}
