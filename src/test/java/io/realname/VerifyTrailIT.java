package io.realname;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Command;
import io.realname.app.Entrance;
import io.realname.app.UntouchedDatabase;
import io.realname.app.Walk;
import io.realname.protection.Keysets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operator's command, in a Java process of its own, on a database in which no other test tampers. */
@UntouchedDatabase
class VerifyTrailIT {

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void saysWhetherEverythingAgrees() throws Exception {
        Applicant applicant = Applicant.number(8150);
        UUID id = UUID.fromString(walk.verified(Entrance.TYPED.of(walk.mall()), applicant));
        int all = jdbc.sql("select count(*) from application")
                .query(Integer.class)
                .single();

        Command intact = Command.run("verify-trail", database);
        assertThat(intact.output()).isEqualTo(all + " applications, 0 of them older than the trail, 0 findings");
        assertThat(intact.status()).isZero();

        jdbc.sql("update application set outcome = 'IDENTITY_OCCUPIED' where id = ?")
                .param(id)
                .update();
        UUID gone = UUID.randomUUID();
        jdbc.sql("insert into audit_stream (application, length, seal) values (?, 1, '')")
                .param(gone)
                .update();

        Command broken = Command.run("verify-trail", database);
        assertThat(broken.output().lines())
                .containsExactly(
                        "application " + id + ": END",
                        "application " + gone + ": APPLICATION_GONE",
                        all + " applications, 0 of them older than the trail, 2 findings");
        assertThat(broken.status()).isOne();
    }

    /** Otherwise other keys would look like tampering with every application. */
    @Test
    void otherKeysAndAMissingDatabaseAreSaidInOneSentence() throws Exception {
        Command otherKeys = Command.run(
                "verify-trail", database, "--realname.protection.blind-index-keyset=" + Keysets.newBlindIndexKeyset());
        assertThat(otherKeys.status()).isEqualTo(2);
        assertThat(otherKeys.output().lines())
                .singleElement()
                .asString()
                .startsWith(
                        "realname.protection.blind-index-keyset is not the keyset with which this database was written.");

        Command away = Command.run("verify-trail", new Away(database));
        assertThat(away.status()).isEqualTo(2);
        assertThat(away.output())
                .contains("The database cannot be used (SQLSTATE 08001).")
                .doesNotContain("\tat ");
    }

    /** At an address where nothing listens. */
    private record Away(JdbcConnectionDetails database) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return database.getUsername();
        }

        @Override
        public String getPassword() {
            return database.getPassword();
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://localhost:1/realname";
        }
    }
}
