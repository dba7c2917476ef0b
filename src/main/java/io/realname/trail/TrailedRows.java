package io.realname.trail;

import io.realname.enterprise.EnterpriseTrail;
import io.realname.identity.BindingTrail;
import io.realname.identity.IdentityKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows that the trail records. It accepts any content, because somebody may have changed a row by hand. */
@Repository
class TrailedRows {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final BindingTrail bindings;
    private final EnterpriseTrail enterprises;

    TrailedRows(JdbcClient jdbc, BindingTrail bindings, EnterpriseTrail enterprises) {
        this.jdbc = jdbc;
        this.bindings = bindings;
        this.enterprises = enterprises;
    }

    /** The next ids, in ascending order. */
    List<UUID> page(UUID after) {
        return jdbc.sql("select id from application where id > ? order by id limit ?")
                .params(after, PAGE)
                .query(UUID.class)
                .list();
    }

    /** The applications that have a trail but no row. */
    List<UUID> gone() {
        return jdbc.sql("""
                        select application from audit_stream s
                        where not exists (select from application a where a.id = s.application)
                        union
                        select application from audit_entry e
                        where not exists (select from application a where a.id = e.application)
                        """).query(UUID.class).list();
    }

    /** Whether the trail of the followed application records this follower. */
    boolean recordsFollower(UUID followed, UUID follower) {
        return jdbc.sql("""
                        select exists (select from audit_entry
                                       where application = ? and event = 'FOLLOWED' and facts ->> 'by' = ?)
                        """)
                .params(followed, follower.toString())
                .query(Boolean.class)
                .single();
    }

    boolean follows(String follower, UUID followed) {
        return jdbc.sql("select exists (select from application where id = ?::uuid and follows = ?)")
                .params(follower, followed)
                .query(Boolean.class)
                .single();
    }

    Optional<TrailedApplication> row(UUID id) {
        return jdbc.sql("""
                        select trailed, client, kind, site, status, follows, ended_at is not null as ended, outcome, outcome_reason
                        from application where id = ?
                        """)
                .param(id)
                .query((row, n) -> new TrailedApplication(
                        id,
                        row.getBoolean("trailed"),
                        row.getString("client"),
                        row.getString("kind"),
                        row.getString("site"),
                        row.getString("status"),
                        row.getObject("follows", UUID.class),
                        row.getBoolean("ended"),
                        row.getString("outcome"),
                        row.getString("outcome_reason")))
                .optional();
    }

    /** The facts that the trail must contain of each account that the application made an enterprise's; at most one. */
    List<Map<String, String>> enterprisesOf(UUID application) {
        return jdbc.sql(
                        "select licence_key, licence_type, site, account from verified_enterprise where application = ?")
                .param(application)
                .query((row, n) -> enterprises.facts(
                        row.getBytes("licence_key"),
                        row.getString("licence_type"),
                        row.getString("site"),
                        row.getString("account")))
                .list();
    }

    List<TrailedBinding> bindingsOf(UUID application) {
        return jdbc.sql("""
                        select id, identity_key, site, account, method, source, released_at is not null as released
                        from binding where application = ?
                        """)
                .param(application)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    UUID source = row.getObject("source", UUID.class);
                    return new TrailedBinding(
                            id.toString(),
                            bindings.facts(
                                    id,
                                    IdentityKey.stored(row.getBytes("identity_key")),
                                    row.getString("site"),
                                    row.getString("account"),
                                    row.getString("method"),
                                    source),
                            row.getBoolean("released"));
                })
                .list();
    }
}
