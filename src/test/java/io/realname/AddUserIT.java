package io.realname;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first reviewers, without clicking through Admin: the operator's command, beside the app. */
@RealnameTest
class AddUserIT {

    private static final String STRONG = "Long-Enough-2026!";

    @Autowired
    private Walk walk;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aNewReviewerLogsInWithThePasswordThatWasShown() throws IOException {
        String before = engineProperties();

        Command made = addUser("", "li.9751", "--group=appeal-review", "--group=senior-review", "--name=李娜");

        assertThat(made.status()).as(made.output()).isZero();
        Matcher shown = Pattern.compile("(?m)^password: (\\S{16})$").matcher(made.output());
        assertThat(shown.find()).as(made.output()).isTrue();
        assertThat(made.output()).contains("li.9751 is a user now.", "groups: appeal-review, senior-review");
        assertThat(WebApp.open(walk.port()).login("li.9751", shown.group(1)).status())
                .isEqualTo(200);
        assertThat(identities.createUserQuery().userId("li.9751").singleResult().getFirstName())
                .isEqualTo("李娜");
        assertThat(engineProperties()).as("the engine's own state").isEqualTo(before);
    }

    @Test
    void toRepeatItChangesNothingButAddsGroups() throws IOException {
        assertThat(addUser(STRONG + "\n", "wang9752", "--group=appeal-review", "--password-from-stdin")
                        .status())
                .isZero();

        Command again = addUser("", "wang9752", "--group=appeal-review", "--group=operators");

        assertThat(again.status()).isZero();
        assertThat(again.output()).contains("keeps the password").doesNotContain("password: ");
        assertThat(identities.createGroupQuery().groupMember("wang9752").list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder("appeal-review", "operators");
        assertThat(WebApp.open(walk.port()).login("wang9752", STRONG).status()).isEqualTo(200);
    }

    @Test
    void aForgottenPasswordIsReplaced() throws IOException {
        addUser(STRONG, "chen9753", "--group=appeal-review", "--password-from-stdin");

        Command other = addUser(
                "Another-One-2026!", "chen9753", "--group=appeal-review", "--new-password", "--password-from-stdin");

        assertThat(other.output()).contains("has another password").doesNotContain("Another-One-2026!");
        assertThat(WebApp.open(walk.port())
                        .login("chen9753", "Another-One-2026!")
                        .status())
                .isEqualTo(200);
        assertThat(WebApp.open(walk.port()).login("chen9753", STRONG).status()).isEqualTo(401);
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        assertThat(addUser("short-1A", "weak9754", "--group=appeal-review", "--password-from-stdin"))
                .satisfies(refused -> assertThat(refused.status()).isOne())
                .satisfies(refused -> assertThat(refused.output()).contains("too weak"));
        assertThat(addUser("", "weak9754", "--group=appeal-revue"))
                .satisfies(refused -> assertThat(refused.status()).isOne())
                .satisfies(refused -> assertThat(refused.output())
                        .contains("No such group: appeal-revue. There are:", "appeal-review"));
        assertThat(addUser("", "a b", "--group=appeal-review").output()).contains("cannot be a login");
        assertThat(addUser("", "weak9754").status()).isEqualTo(2);
        assertThat(addUser("", "--help"))
                .satisfies(help -> assertThat(help.status()).isZero())
                .satisfies(help -> assertThat(help.output()).contains("--password-from-stdin"));
        assertThat(identities.createUserQuery().userId("weak9754").count()).isZero();
    }

    private String engineProperties() {
        return jdbc.sql("select string_agg(name_ || '=' || value_, ' ' order by name_) from act_ge_property")
                .query(String.class)
                .single();
    }

    private record Command(int status, String output) {}

    /** Such a user could not log in, and would be in the way of the person who does at the provider. */
    @Test
    void withSingleSignOnNobodyIsAdded() throws IOException {
        Command refused = addUser(
                "",
                "sso9753",
                "--group=appeal-review",
                "--realname.single-sign-on.enabled=true",
                "--spring.security.oauth2.client.provider.staff.issuer-uri=https://staff.test",
                "--spring.security.oauth2.client.registration.staff.client-id=realname",
                "--spring.security.oauth2.client.registration.staff.client-secret=secret");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).startsWith("People log in at the identity provider");
        assertThat(identities.createUserQuery().userId("sso9753").count()).isZero();
    }

    private Command addUser(String typed, String... arguments) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of(
                                "--spring.datasource.url=" + database.getJdbcUrl(),
                                "--spring.datasource.username=" + database.getUsername(),
                                "--spring.datasource.password=trusted"))
                .toArray(String[]::new);
        int status = AddUser.run(
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                all);
        return new Command(status, output.toString(StandardCharsets.UTF_8));
    }
}
