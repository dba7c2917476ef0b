package io.realname.operations;

import io.realname.account.UserName;
import io.realname.desk.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the tables tell about an application, without anything that is sealed. */
@Repository
class Cases {

    /** More than an application can have of each kind. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Case get(UUID id, FoundBy foundBy) {
        List<Case.Message> messages = messages(id);
        List<Case.Call> calls = calls(id);
        return jdbc.sql("""
                        select kind, account, site, client, status, action, action_reason, action_expires_at, outcome,
                               outcome_reason, created_at, updated_at, ended_at
                        from application where id = ?
                        """)
                .param(id)
                .query((row, n) -> new Case(
                        id,
                        CaseNumber.of(id).value(),
                        foundBy,
                        row.getString("kind"),
                        new UserName(row.getString("account")).masked(),
                        row.getString("site"),
                        row.getString("client"),
                        row.getString("status"),
                        row.getString("action"),
                        row.getString("action_reason"),
                        time(row, "action_expires_at"),
                        row.getString("outcome"),
                        row.getString("outcome_reason"),
                        known(row, "created_at"),
                        known(row, "updated_at"),
                        time(row, "ended_at"),
                        messages,
                        calls))
                .single();
    }

    private List<Case.Message> messages(UUID id) {
        return jdbc.sql("""
                        select purpose, state, serial_number, created_at, expires_at from mobile_code
                        where application = ? order by created_at limit ?
                        """)
                .params(id, MOST)
                .query((row, n) -> new Case.Message(
                        row.getString("purpose"),
                        row.getString("state"),
                        row.getString("serial_number"),
                        known(row, "created_at"),
                        time(row, "expires_at")))
                .list();
    }

    private List<Case.Call> calls(UUID id) {
        return jdbc.sql("""
                        select 'BANK_CARD' as what, try, state, result, result_code, request_id, null as order_number,
                               reserved_at, sent_at, decided_at
                        from bank_card_check where application = :id
                        union all
                        select 'LICENCE', try, state, result, null, request_id, null, reserved_at, sent_at, decided_at
                        from licence_check where application = :id
                        union all
                        select 'PAYMENT', try, state, result, result_code, request_id, order_number, reserved_at, sent_at, decided_at
                        from corporate_payment where application = :id
                        order by reserved_at limit :most
                        """)
                .param("id", id)
                .param("most", MOST)
                .query((row, n) -> new Case.Call(
                        row.getString("what"),
                        row.getInt("try"),
                        row.getString("state"),
                        row.getString("result"),
                        row.getString("result_code"),
                        row.getString("request_id"),
                        row.getString("order_number"),
                        time(row, "sent_at"),
                        time(row, "decided_at")))
                .list();
    }

    private static Instant known(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
