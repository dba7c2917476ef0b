package io.realname;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Entrance;
import io.realname.app.UntouchedDatabase;
import io.realname.app.Walk;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

        Ended intact = verifyTrail();
        assertThat(intact.output().strip())
                .isEqualTo(all + " applications, 0 of them older than the trail, 0 findings");
        assertThat(intact.status()).isZero();

        jdbc.sql("update application set outcome = 'IDENTITY_OCCUPIED' where id = ?")
                .param(id)
                .update();
        UUID gone = UUID.randomUUID();
        jdbc.sql("insert into audit_stream (application, length, seal) values (?, 1, '')")
                .param(gone)
                .update();

        Ended broken = verifyTrail();
        assertThat(broken.output().strip().lines())
                .containsExactly(
                        "application " + id + ": END",
                        "application " + gone + ": APPLICATION_GONE",
                        all + " applications, 0 of them older than the trail, 2 findings");
        assertThat(broken.status()).isOne();
    }

    private record Ended(int status, String output) {}

    private Ended verifyTrail() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        RealnameApplication.class.getName(),
                        "verify-trail",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=trusted")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    /** Surefire leaves an empty entry in it, which stands for the folder that a JVM starts in: ours has bpmn/ in it. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
