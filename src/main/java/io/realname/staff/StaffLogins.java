package io.realname.staff;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which user of the web apps a person at the identity provider is. */
@Repository
public class StaffLogins {

    private final JdbcClient jdbc;

    StaffLogins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The user that the person was at the last login. */
    public Optional<String> of(StaffMember member) {
        return jdbc.sql("select user_id from staff_login where issuer = ? and subject = ?")
                .param(member.issuer())
                .param(member.subject())
                .query(String.class)
                .optional();
    }

    /** The person is this user from now on, and nobody else is. */
    public void keep(StaffMember member, String user) {
        jdbc.sql("delete from staff_login where user_id = ? and (issuer, subject) <> (?, ?)")
                .param(user)
                .param(member.issuer())
                .param(member.subject())
                .update();
        jdbc.sql("""
                        insert into staff_login (issuer, subject, user_id, last_login_at) values (?, ?, ?, now())
                        on conflict (issuer, subject) do update set user_id = excluded.user_id, last_login_at = now()
                        """).param(member.issuer()).param(member.subject()).param(user).update();
    }
}
