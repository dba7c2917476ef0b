package io.realname.evidence;

import static io.realname.evidence.EvidenceKind.DOCUMENT_BACK;
import static io.realname.evidence.EvidenceKind.DOCUMENT_FRONT;
import static io.realname.evidence.EvidenceKind.HOLDING_DOCUMENT;
import static io.realname.evidence.EvidenceKind.OTHER;
import static io.realname.evidence.EvidenceKind.OWNERSHIP_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.realname.app.RealnameTest;
import io.realname.evidence.EvidenceRefusedException.Refused;
import io.realname.evidence.file.EvidenceType;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of files, and how it can be found again. */
@RealnameTest
class EvidenceFolderTest {

    private static final byte[] CONTENT =
            "plain to see, were it not sealed".repeat(100).getBytes(StandardCharsets.UTF_8);

    private static final Examined[] ONE_OF_EACH = {
        file(DOCUMENT_FRONT), file(DOCUMENT_BACK), file(HOLDING_DOCUMENT), file(OWNERSHIP_CERTIFICATE)
    };

    @Autowired
    private EvidenceFolder folder;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealer sealer;

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

    @Test
    void opensWhatWasAdded() {
        add(file(DOCUMENT_FRONT), file(DOCUMENT_BACK));

        assertThat(folder.of(application))
                .extracting(EvidenceItem::kind)
                .containsExactly(DOCUMENT_FRONT, DOCUMENT_BACK);
        assertThat(folder.kindsOf(application)).containsExactlyInAnyOrder(DOCUMENT_FRONT, DOCUMENT_BACK);
        EvidenceItem item = folder.of(application).get(0);
        assertThat(item.bytes()).isEqualTo(CONTENT.length);
        assertThat(item.type()).isEqualTo(EvidenceType.PNG);
        assertThat(item.pages()).isEqualTo(1);
        assertThat(open(item.id())).hasValueSatisfying(evidence -> {
            assertThat(evidence.content()).isEqualTo(CONTENT);
            assertThat(evidence.item()).isEqualTo(item);
        });
    }

    @Test
    void opensNothingOfAnotherApplication() {
        add(file(OTHER));
        UUID id = folder.of(application).get(0).id();
        UUID other = RegisteredApplication.open(jdbc);

        assertThat(folder.open(other, id)).isEmpty();
        assertThat(folder.contentKey(other, id)).isEmpty();
        assertThat(folder.of(other)).isEmpty();
        assertThat(folder.kindsOf(other)).isEmpty();
        assertThat(open(UUID.randomUUID())).isEmpty();
    }

    @Test
    void newerFileOfAKindSupersedesTheOlderWhichStays() {
        add(file(DOCUMENT_FRONT), file(OTHER));
        add(file(DOCUMENT_FRONT), file(OTHER));

        assertThat(folder.of(application))
                .extracting(EvidenceItem::kind, EvidenceItem::superseded)
                .containsExactly(
                        tuple(DOCUMENT_FRONT, true),
                        tuple(OTHER, false),
                        tuple(DOCUMENT_FRONT, false),
                        tuple(OTHER, false));
        assertThat(open(folder.of(application).get(0).id())).isPresent();
    }

    /** However many others there are, what a reviewer needs to see finds its place. */
    @Test
    void takesTenInAllWithAPlaceForEachKindAndSaysWhichWentBeyond() {
        add(Collections.nCopies(5, file(OTHER)).toArray(Examined[]::new));

        assertRefused(
                List.of(file(OTHER), file(OTHER), file(DOCUMENT_BACK), file(OTHER)),
                new Refused("other", 1, "TOO_MANY_FILES"),
                new Refused("other", 2, "TOO_MANY_FILES"));
        assertThat(folder.of(application)).hasSize(5);

        add(file(OTHER));
        add(ONE_OF_EACH);
        assertThat(folder.of(application)).hasSize(10).noneMatch(EvidenceItem::superseded);
        assertRefused(List.of(file(OTHER)), new Refused("other", 0, "TOO_MANY_FILES"));
    }

    /** A reviewer may ask for everything anew, and again. */
    @Test
    void supersededFilesDoNotCount() {
        add(file(OTHER));
        for (int round = 0; round < 4; round++) {
            add(ONE_OF_EACH);
        }

        assertThat(folder.of(application).stream().filter(item -> !item.superseded()))
                .hasSize(5);
        assertThat(folder.of(application)).hasSize(17);
    }

    @Test
    void takesFortyInItsLife() {
        for (int round = 0; round < 9; round++) {
            add(ONE_OF_EACH);
        }
        add(file(OTHER), file(OTHER));

        assertRefused(
                List.of(ONE_OF_EACH),
                new Refused("holdingDocument", 0, "NO_MORE_FILES"),
                new Refused("ownershipCertificate", 0, "NO_MORE_FILES"));
        add(file(DOCUMENT_FRONT), file(DOCUMENT_BACK));
        assertRefused(List.of(file(OTHER)), new Refused("other", 0, "NO_MORE_FILES"));
        assertThat(folder.of(application)).hasSize(40);
    }

    private void assertRefused(List<Examined> files, Refused... refused) {
        assertThatThrownBy(() -> add(files.toArray(Examined[]::new)))
                .isInstanceOfSatisfying(
                        EvidenceRefusedException.class,
                        e -> assertThat(e.refused()).containsExactly(refused));
    }

    /** Two requests at the same moment: the limit holds, and one current file of a kind. */
    @Test
    void addersWaitForEachOther() {
        List<CompletableFuture<Boolean>> adders = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        add(file(DOCUMENT_FRONT), file(OTHER), file(OTHER));
                        return true;
                    } catch (EvidenceRefusedException e) {
                        return false;
                    }
                }))
                .limit(8)
                .toList();

        assertThat(adders.stream().map(CompletableFuture::join).filter(added -> added))
                .hasSize(3);
        assertThat(folder.of(application)).hasSize(9);
        assertThat(folder.of(application).stream().filter(item -> item.kind() == DOCUMENT_FRONT && !item.superseded()))
                .hasSize(1);
    }

    @Test
    void applicationMayBeRegisteredAfterItsFilesInTheSameTransaction() {
        UUID later = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            folder.add(later, List.of(file(OTHER)));
            RegisteredApplication.register(jdbc, later);
        });

        assertThat(folder.of(later)).hasSize(1);
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> folder.add(UUID.randomUUID(), List.of(file(OTHER)))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void rolledBackLeavesNothing() {
        transaction.executeWithoutResult(status -> {
            folder.add(application, List.of(file(OTHER)));
            status.setRollbackOnly();
        });

        assertThat(folder.of(application)).isEmpty();
        assertThat(jdbc.sql("""
                                select count(*) from evidence_content where evidence not in (select id from evidence)
                                """).query(Integer.class).single()).isZero();
    }

    @Test
    void isSealedAtRest() {
        add(file(OTHER));
        UUID id = folder.of(application).get(0).id();

        String atRest = new String(stored(id), StandardCharsets.ISO_8859_1);
        assertThat(atRest).doesNotContain("plain").hasSizeGreaterThan(CONTENT.length);
        assertThat(jdbc.sql("select e::text from evidence e where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain("plain");
    }

    @Test
    void contentOfAnotherItemDoesNotOpen() {
        add(file(OTHER), file(OTHER));
        UUID first = folder.of(application).get(0).id();
        UUID second = folder.of(application).get(1).id();
        jdbc.sql("update evidence_content set content = ? where evidence = ?")
                .params(stored(second), first)
                .update();

        assertThatThrownBy(() -> open(first)).isInstanceOf(IllegalStateException.class);
        assertThat(open(second)).isPresent();
    }

    /** Somebody who may write rows moves one to another application, or makes a front of what was something else. */
    @Test
    void movedRowDoesNotOpen() {
        add(file(OTHER));
        UUID id = folder.of(application).get(0).id();

        UUID other = RegisteredApplication.open(jdbc);
        update("update evidence set application = ? where id = ?", other, id);
        assertThatThrownBy(() -> folder.open(other, id)).isInstanceOf(IllegalStateException.class);
        update("update evidence set application = ? where id = ?", application, id);
        assertThat(open(id)).isPresent();
        update("update evidence set kind = ? where id = ?", "DOCUMENT_FRONT", id);
        assertThatThrownBy(() -> open(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void contentThatAnEarlierVersionSealedOpens() {
        add(file(OTHER));
        UUID id = folder.of(application).get(0).id();
        update(
                "update evidence_content set content = ? where evidence = ?",
                sealer.sealBytes(CONTENT, "evidence/content/" + id),
                id);

        assertThat(open(id))
                .hasValueSatisfying(evidence -> assertThat(evidence.content()).isEqualTo(CONTENT));
    }

    @Test
    void trailNamesWhatWasAdded() {
        add(file(DOCUMENT_FRONT));
        UUID id = folder.of(application).get(0).id();

        assertThat(trail.of(application)).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(AuditEvent.EVIDENCE_ADDED);
            assertThat(entry.facts())
                    .containsEntry("evidence", id.toString())
                    .containsEntry("kind", "DOCUMENT_FRONT")
                    .containsEntry(
                            "contentKey",
                            HexFormat.of()
                                    .formatHex(
                                            folder.contentKey(application, id).orElseThrow()));
        });
    }

    @Test
    void sameContentHasTheSameKeyAndNoOtherHas() {
        add(file(OTHER), file(OTHER), new Examined(OTHER, EvidenceType.PNG, 1, new byte[] {1}));
        List<byte[]> keys = folder.of(application).stream()
                .map(item -> folder.contentKey(application, item.id()).orElseThrow())
                .toList();

        assertThat(keys.get(0)).hasSize(32).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void removedIsGoneButForWhatItWas() {
        add(file(OTHER), file(DOCUMENT_FRONT));
        UUID id = folder.of(application).get(0).id();
        transaction.executeWithoutResult(status -> folder.remove(application));

        assertThat(folder.of(application)).isEmpty();
        assertThat(folder.kindsOf(application)).isEmpty();
        assertThat(open(id)).isEmpty();
        assertThat(jdbc.sql("""
                                select count(*) from evidence_content
                                where evidence in (select id from evidence where application = ?)
                                """).param(application).query(Integer.class).single())
                .isZero();
        assertThat(folder.contentKey(application, id)).isPresent();
        assertThat(jdbc.sql("select count(*) from evidence where application = ? and removed_at is not null")
                        .param(application)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void writesInTransactionsOnly() {
        assertThatThrownBy(() -> folder.add(application, List.of(file(OTHER))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> folder.remove(application)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void opensOutsideTransactionsOnly() {
        add(file(OTHER));
        UUID id = folder.of(application).get(0).id();

        assertThatThrownBy(() -> transaction.execute(status -> open(id))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysNothingOfContents() {
        assertThat(file(OTHER).toString() + new Upload(OTHER, CONTENT)).doesNotContain("plain", "[B@");
    }

    private void add(Examined... files) {
        transaction.executeWithoutResult(status -> folder.add(application, List.of(files)));
    }

    private Optional<Evidence> open(UUID id) {
        return folder.open(application, id);
    }

    private void update(String sql, Object... parameters) {
        jdbc.sql(sql).params(parameters).update();
    }

    private byte[] stored(UUID id) {
        return jdbc.sql("select content from evidence_content where evidence = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    private static Examined file(EvidenceKind kind) {
        return new Examined(kind, EvidenceType.PNG, 1, CONTENT);
    }
}
