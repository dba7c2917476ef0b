package io.realname;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Command;
import io.realname.app.Entrance;
import io.realname.app.UntouchedDatabase;
import io.realname.app.Walk;
import io.realname.protection.Keysets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
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
    void otherKeysAndAMissingDatabaseAreSaidInOneSentence() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(run(
                        printed,
                        database.getJdbcUrl(),
                        "--realname.protection.blind-index-keyset=" + Keysets.newBlindIndexKeyset()))
                .isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith(
                        "realname.protection.blind-index-keyset is not the keyset with which this database was written.");

        printed.reset();
        assertThat(run(printed, "jdbc:postgresql://localhost:1/realname")).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8).strip())
                .startsWith("The database cannot be used (SQLSTATE 08001).")
                .hasLineCount(1);
    }

    private int run(ByteArrayOutputStream printed, String url, String... settings) {
        return VerifyTrail.run(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url=" + url,
                                        "--spring.datasource.username=" + database.getUsername(),
                                        "--spring.datasource.password=trusted"),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }
}
