package io.realname.appeal;

import io.realname.protection.Sealer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The objections of holders to appeals. Each account can object once to an appeal. */
@Repository
public class Objections {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    Objections(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** @return false if the account has objected to this appeal before */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(UUID appeal, String account, @Nullable String statement) {
        return jdbc.sql("""
                        insert into appeal_objection (appeal, account, statement, objected_at)
                        values (:appeal, :account, :statement, now()) on conflict do nothing
                        """)
                        .param("appeal", appeal)
                        .param("account", account)
                        .param(
                                "statement",
                                statement == null ? null : sealer.seal(statement, place(appeal, account)),
                                java.sql.Types.BINARY)
                        .update()
                == 1;
    }

    /** Marks all objections so far as taken up by the review that begins now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeUp(UUID appeal) {
        jdbc.sql("update appeal_objection set taken_up = true where appeal = ? and not taken_up")
                .param(appeal)
                .update();
    }

    /** Whether a holder has objected since the last review began. */
    public boolean isAnyNewTo(UUID appeal) {
        return jdbc.sql("select exists (select from appeal_objection where appeal = ? and not taken_up)")
                .param(appeal)
                .query(Boolean.class)
                .single();
    }

    public boolean isAnyTo(UUID appeal) {
        return jdbc.sql("select exists (select from appeal_objection where appeal = ?)")
                .param(appeal)
                .query(Boolean.class)
                .single();
    }

    /** The objections to an appeal, the oldest first. */
    public List<Objection> to(UUID appeal) {
        return jdbc.sql(
                        "select account, statement, objected_at from appeal_objection where appeal = ? order by objected_at")
                .param(appeal)
                .query((row, n) -> {
                    String account = row.getString("account");
                    byte[] statement = row.getBytes("statement");
                    return new Objection(
                            account,
                            statement == null ? null : sealer.open(statement, place(appeal, account)),
                            row.getObject("objected_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static String place(UUID appeal, String account) {
        return "appeal_objection/statement/" + appeal + "/" + account;
    }
}
