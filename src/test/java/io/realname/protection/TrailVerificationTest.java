package io.realname.protection;

import static io.realname.protection.TrailFault.ALTERED;
import static io.realname.protection.TrailFault.CUT_TAIL;
import static io.realname.protection.TrailFault.MISSING;
import static io.realname.protection.TrailFault.REORDERED;
import static io.realname.protection.TrailFault.STREAM_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.RealnameTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who has the database, and not the key, changes the trail: each time it is found. */
@RealnameTest
class TrailVerificationTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TrailVerification verification;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private UUID application;

    @BeforeEach
    void write() {
        application = stream();
        assertThat(verification.verify(application)).isEqualTo(new TrailVerdict.Intact(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts = jsonb_set(facts, '{result}', '\"MATCH\"')",
                "facts = facts || '{\"more\":\"1\"}'",
                "facts = '{}'",
                "facts = '[]'",
                "facts = '{\"result\":1}'",
                "at = at + interval '1 microsecond'",
                "at = 'infinity'",
                "event = 'REVIEW_VOTED'",
                "event = 'OF_SOMEBODY_ELSE'",
                "actor = 'client:console'",
                "actor = ''",
                "mac = sha256(mac)",
                "mac = ''"
            })
    void editedEntry(String edit) {
        tamper("update audit_entry set " + edit + " where application = ? and number = 3", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(ALTERED, 3));
    }

    @Test
    void deletedMiddle() {
        tamper("delete from audit_entry where application = ? and number = 2", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(MISSING, 2));
    }

    @Test
    void deletedMiddleClosedUp() {
        tamper("delete from audit_entry where application = ? and number = 2", 1);
        tamper("update audit_entry set number = 2 where application = ? and number = 3", 1);
        tamper("update audit_entry set number = 3 where application = ? and number = 4", 1);
        tamper("update audit_stream set length = 3 where application = ?", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(ALTERED, 2));
    }

    @Test
    void deletedFirst() {
        tamper("delete from audit_entry where application = ? and number = 1", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(MISSING, 1));
    }

    @Test
    void deletedLast() {
        tamper("delete from audit_entry where application = ? and number = 4", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(CUT_TAIL, 4));
    }

    @Test
    void deletedLastWithTheHeadAdjusted() {
        tamper("delete from audit_entry where application = ? and number = 4", 1);
        tamper("update audit_stream set length = 3 where application = ?", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(CUT_TAIL, 4));
    }

    /** What the program writes afterwards does not make it right. */
    @Test
    void deletedLastWithTheHeadAdjustedAndWrittenOn() {
        tamper("delete from audit_entry where application = ? and number = 4", 1);
        tamper("update audit_stream set length = 3 where application = ?", 1);
        append(application, AuditEvent.HOLDER_NOTIFIED, Map.of());

        assertThat(verification.verify(application)).isEqualTo(broken(ALTERED, 4));
    }

    @Test
    void deletedLastWithTheHeadLeftAndWrittenOn() {
        tamper("delete from audit_entry where application = ? and number = 4", 1);
        append(application, AuditEvent.HOLDER_NOTIFIED, Map.of());

        assertThat(verification.verify(application)).isEqualTo(broken(MISSING, 4));
    }

    @Test
    void headAlone() {
        tamper("update audit_stream set length = 3 where application = ?", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(CUT_TAIL, 5));
    }

    @Test
    void exchangedEntries() {
        tamper("update audit_entry set number = -2 where application = ? and number = 2", 1);
        tamper("update audit_entry set number = 2 where application = ? and number = 3", 1);
        tamper("update audit_entry set number = 3 where application = ? and number = -2", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(REORDERED, 2));
    }

    @Test
    void exchangedLastEntries() {
        tamper("update audit_entry set number = -4 where application = ? and number = 4", 1);
        tamper("update audit_entry set number = 4 where application = ? and number = 3", 1);
        tamper("update audit_entry set number = 3 where application = ? and number = -4", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(REORDERED, 3));
    }

    @Test
    void deletedStream() {
        tamper("delete from audit_entry where application = ?", 4);
        tamper("delete from audit_stream where application = ?", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(STREAM_MISSING, 0));
    }

    @Test
    void deletedEntriesAndHeadTurnedBack() {
        tamper("delete from audit_entry where application = ?", 4);
        tamper("update audit_stream set length = 0 where application = ?", 1);
        assertThat(verification.verify(application)).isEqualTo(broken(STREAM_MISSING, 0));

        append(application, AuditEvent.HOLDER_NOTIFIED, Map.of());

        assertThat(verification.verify(application)).isEqualTo(broken(ALTERED, 1));
    }

    @Test
    void deletedHead() {
        tamper("delete from audit_stream where application = ?", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(STREAM_MISSING, 0));
    }

    @Test
    void entryOfAnotherApplicationInItsPlace() {
        UUID other = stream();
        tamper("delete from audit_entry where application = ? and number = 3", 1);
        assertThat(jdbc.sql("""
                                insert into audit_entry (application, number, at, event, actor, facts, mac)
                                select :to, number, at, event, actor, facts, mac
                                from audit_entry where application = :from and number = 3
                                """).param("to", application).param("from", other).update())
                .isOne();

        assertThat(verification.verify(application)).isEqualTo(broken(ALTERED, 3));
        assertThat(verification.verify(other)).isEqualTo(new TrailVerdict.Intact(4));
    }

    @Test
    void wholeStreamOfAnotherApplication() {
        UUID other = stream();
        tamper("delete from audit_entry where application = ?", 4);
        tamper("delete from audit_stream where application = ?", 1);
        for (String table : new String[] {"audit_entry", "audit_stream"}) {
            jdbc.sql("update " + table + " set application = ? where application = ?")
                    .params(application, other)
                    .update();
        }

        assertThat(verification.verify(application)).isEqualTo(broken(ALTERED, 1));
    }

    @Test
    void entryAddedByHand() {
        tamper("""
                insert into audit_entry (application, number, at, event, actor, facts, mac)
                select application, 5, at, event, actor, facts, mac from audit_entry where application = ? and number = 4
                """, 1);
        tamper("update audit_stream set length = 5 where application = ?", 1);

        assertThat(verification.verify(application)).isEqualTo(broken(REORDERED, 5));
    }

    /** A stream of four. */
    private UUID stream() {
        UUID id = UUID.randomUUID();
        append(id, AuditEvent.APPLICATION_REGISTERED, Map.of("kind", "NEW_USER", "site", "JD_MALL"));
        append(id, AuditEvent.MOBILE_CONFIRMED, Map.of());
        append(id, AuditEvent.BANK_CARD_CHECKED, Map.of("result", "MISMATCH"));
        append(id, AuditEvent.APPLICATION_ENDED, Map.of("outcome", "CARD_DETAILS_MISMATCH"));
        return id;
    }

    private void append(UUID id, AuditEvent event, Map<String, String> facts) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> trail.append(id, event, "client:mall", facts));
    }

    private void tamper(String sql, int rows) {
        assertThat(jdbc.sql(sql).param(application).update()).isEqualTo(rows);
    }

    private static TrailVerdict broken(TrailFault fault, int number) {
        return new TrailVerdict.Broken(fault, number);
    }
}
