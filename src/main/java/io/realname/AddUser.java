package io.realname;

import io.realname.staff.process.EngineUsers;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Makes a user of the web apps, and puts them into groups. To repeat it changes nothing. */
final class AddUser {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private static final String HELP = """
            add-user LOGIN --group=GROUP [--group=GROUP ...] [--name=NAME] [--password-from-stdin] [--new-password]

            Makes a user of Tasklist, Cockpit and Admin, and prints the first password. If the user exists already, it keeps
            the password and adds the groups that are missing.

              LOGIN                  letters, digits, and . - _ @ between them; at most 64
              --group                appeal-review, senior-review, enterprise-review, operators, analysts, camunda-admin
                                     (administrators), or a group that an administrator has made
              --name                 the name that colleagues read; else the login
              --password-from-stdin  reads the password from the first line of the standard input
              --new-password         gives an existing user another password, and ends a lock after wrong ones

            A password has at least 10 characters: a small and a capital letter, a digit, another sign, and not the login.
            The exit code is 0 if the user is there with all groups, 1 if something was refused, 2 if the command was
            written wrongly.""";

    private AddUser() {}

    static int run(PrintStream out, InputStream in, String... arguments) {
        ApplicationArguments asked = new DefaultApplicationArguments(arguments);
        if (asked.containsOption("help")) {
            out.println(HELP);
            return DONE;
        }
        if (asked.getNonOptionArgs().size() != 1 || !valuesAreGiven(asked)) {
            out.println(HELP);
            return MISUSED;
        }
        return OperatorsCommand.run(
                out, UsersContext.class, context -> addIfPeopleAreHere(context, asked, out, in), arguments);
    }

    private static int addIfPeopleAreHere(
            ConfigurableApplicationContext context, ApplicationArguments asked, PrintStream out, InputStream in) {
        if (context.getEnvironment().containsProperty("realname.ldap.server-url")) {
            out.println("The users come from the directory (realname.ldap): add them there.");
            return REFUSED;
        }
        if (context.getEnvironment().getProperty("realname.single-sign-on.enabled", Boolean.class, false)) {
            out.println("People log in at the identity provider (single sign-on): give them their groups there. A user"
                    + " with a password of our own could not log in, and would be in the way of the person's login.");
            return REFUSED;
        }
        return add(context.getBean(EngineUsers.class), asked, out, in);
    }

    private static boolean valuesAreGiven(ApplicationArguments asked) {
        List<String> groups = asked.getOptionValues("group");
        return groups != null && !groups.isEmpty() && groups.stream().noneMatch(String::isBlank);
    }

    private static int add(EngineUsers users, ApplicationArguments asked, PrintStream out, InputStream in) {
        String login = asked.getNonOptionArgs().get(0);
        if (!EngineUsers.isLogin(login)) {
            out.println("This cannot be a login: letters, digits, and . - _ @ between them; at most 64.");
            return REFUSED;
        }
        if (!users.areThere()) {
            out.println("There are no users and groups in this database yet. Start the app once, then repeat this.");
            return REFUSED;
        }
        Set<String> wanted = new TreeSet<>(asked.getOptionValues("group"));
        Set<String> existing = users.groups();
        if (!existing.containsAll(wanted)) {
            wanted.removeAll(existing);
            out.printf("No such group: %s. There are: %s%n", String.join(", ", wanted), String.join(", ", existing));
            return REFUSED;
        }
        boolean isNew = !users.exists(login);
        if (isNew || asked.containsOption("new-password")) {
            boolean typed = asked.containsOption("password-from-stdin");
            String password = typed ? firstLine(in) : users.newPassword(login);
            if (password == null || !users.isStrong(password, login)) {
                out.println("This password is too weak: at least 10 characters, a small and a capital letter, a digit,"
                        + " another sign, and not the login.");
                return REFUSED;
            }
            users.save(login, first(asked.getOptionValues("name")), password);
            out.println(isNew ? login + " is a user now." : login + " has another password.");
            if (!typed) {
                out.println("password: " + password);
                out.println("It is shown only now. Who uses it changes it in the user menu, My Profile.");
            }
        } else {
            out.println(login + " is a user already, and keeps the password.");
        }
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(users.groupsOf(login));
        missing.forEach(group -> users.join(login, group));
        out.println("groups: " + String.join(", ", users.groupsOf(login)));
        return DONE;
    }

    private static @Nullable String firstLine(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
    }

    /** Not annotated with {@code @Configuration}, so that the component scan of the application does not find it. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class UsersContext {

        @Bean
        EngineUsers users(DataSource database) {
            return new EngineUsers(database);
        }
    }
}
