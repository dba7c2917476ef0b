package io.realname.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.app.OtherSettings;
import io.realname.evidence.file.EvidenceType;
import io.realname.sandbox.storage.S3StandIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The folder with its contents in an object storage, over HTTP. */
@OtherSettings
class EvidenceInS3IT {

    @Autowired
    private S3StandIn s3;

    @Autowired
    private EvidenceFolder folder;

    @Autowired
    private EvidenceRetention retention;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private UUID application;

    @BeforeEach
    void begin() {
        transaction = new TransactionTemplate(transactions);
        application = RegisteredApplication.open(jdbc);
    }

    @AfterEach
    void back() {
        s3.away(false);
        retention.removeOverdue();
        s3.objects().clear();
    }

    @Test
    void keepsSealedObjectsAndOpensThem() {
        UUID id = add();

        assertThat(s3.objects()).containsOnlyKeys("evidence/" + id);
        assertThat(s3.objects().values())
                .allSatisfy(object -> assertThat(new String(object, StandardCharsets.ISO_8859_1))
                        .doesNotContain("plain"));
        assertThat(folder.open(application, id))
                .hasValueSatisfying(evidence -> assertThat(evidence.content()).isEqualTo(content()));
        assertThat(jdbc.sql("select count(*) from evidence_content")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void objectOfAnotherItemDoesNotOpen() {
        UUID first = add();
        UUID second = add();
        s3.objects().put("evidence/" + first, s3.objects().getOrDefault("evidence/" + second, new byte[0]));

        assertThatThrownBy(() -> folder.open(application, first)).isInstanceOf(IllegalStateException.class);
        s3.objects().clear();
        assertThatThrownBy(() -> folder.open(application, second)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rolledBackLeavesNothing() {
        transaction.executeWithoutResult(status -> {
            folder.add(application, List.of(file(), file()));
            assertThat(s3.objects()).hasSize(2);
            status.setRollbackOnly();
        });

        assertThat(s3.objects()).isEmpty();
        assertThat(folder.of(application)).isEmpty();
    }

    @Test
    void storageThatIsAwayKeepsFilesFromBeingAdded() {
        s3.away(true);

        assertThatThrownBy(this::add).isInstanceOf(DataAccessResourceFailureException.class);
        s3.away(false);
        assertThat(folder.of(application)).isEmpty();
        assertThat(s3.objects()).isEmpty();
    }

    @Test
    void removedGoesWithTheCommitOnly() {
        UUID id = add();
        transaction.executeWithoutResult(status -> {
            folder.remove(application);
            status.setRollbackOnly();
        });
        assertThat(folder.open(application, id)).isPresent();

        transaction.executeWithoutResult(status -> folder.remove(application));
        assertThat(s3.objects()).isEmpty();
    }

    /** The item is removed at once, its object when the storage is back. */
    @Test
    void retentionComesBackToWhatCouldNotBeDeleted() {
        application = RegisteredApplication.ended(jdbc, Duration.ofDays(200));
        UUID id = add();
        s3.away(true);
        retention.removeOverdue();
        assertThat(folder.open(application, id)).isEmpty();
        assertThat(s3.objects()).hasSize(1);

        s3.away(false);
        retention.removeOverdue();

        assertThat(s3.objects()).isEmpty();
        assertThat(isEmptied(id)).isTrue();
    }

    @Test
    void objectUnderALegalHoldKeepsNoOtherFromBeingDeleted() {
        application = RegisteredApplication.ended(jdbc, Duration.ofDays(300));
        UUID held = add();
        application = RegisteredApplication.ended(jdbc, Duration.ofDays(200));
        UUID next = add();
        s3.held().add("evidence/" + held);

        retention.removeOverdue();

        assertThat(s3.objects()).containsOnlyKeys("evidence/" + held);
        assertThat(List.of(isEmptied(held), isEmptied(next))).containsExactly(false, true);
        s3.held().clear();
        retention.removeOverdue();
        assertThat(s3.objects()).isEmpty();
    }

    private boolean isEmptied(UUID id) {
        return jdbc.sql("select emptied_at is not null from evidence where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private UUID add() {
        transaction.executeWithoutResult(status -> folder.add(application, List.of(file())));
        List<EvidenceItem> items = folder.of(application);
        return items.get(items.size() - 1).id();
    }

    private static Examined file() {
        return new Examined(EvidenceKind.OTHER, EvidenceType.PNG, 1, content());
    }

    private static byte[] content() {
        return "plain to see".repeat(50).getBytes(StandardCharsets.UTF_8);
    }
}
