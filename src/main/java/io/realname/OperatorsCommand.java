package io.realname;

import io.realname.protection.WrongKeysException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the operators' commands share: they use the settings of the installation, but do not start the application: no
 * engine, no web server, one database connection. What keeps a command from running is said in one sentence.
 */
final class OperatorsCommand {

    /** The exit code of a command that was written wrongly, or that could not run. */
    static final int NOT_RUN = 2;

    private static final String UNDEFINED_TABLE = "42P01";

    private OperatorsCommand() {}

    /**
     * Runs a command that takes no words of its own, only settings such as {@code --spring.datasource.url=…}.
     *
     * @param help what it prints if it is asked for help, or given a word
     */
    static int run(
            PrintStream out,
            String help,
            Class<?> context,
            ToIntFunction<ConfigurableApplicationContext> command,
            String... arguments) {
        List<String> words = Arrays.asList(arguments);
        if (words.contains("--help")) {
            out.println(help);
            return 0;
        }
        if (words.stream().anyMatch(word -> !word.startsWith("--"))) {
            out.println(help);
            return NOT_RUN;
        }
        return run(out, context, command, arguments);
    }

    static int run(
            PrintStream out,
            Class<?> context,
            ToIntFunction<ConfigurableApplicationContext> command,
            String... arguments) {
        try (ConfigurableApplicationContext opened = open(context, arguments)) {
            return command.applyAsInt(opened);
        } catch (RuntimeException e) {
            String trouble = trouble(e);
            if (trouble == null) {
                throw e;
            }
            out.println(trouble);
            return NOT_RUN;
        }
    }

    private static ConfigurableApplicationContext open(Class<?> context, String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--logging.level.root=WARN", "--spring.datasource.hikari.maximum-pool-size=1"))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(context)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(all);
    }

    private static @Nullable String trouble(RuntimeException e) {
        List<Throwable> causes = ExceptionUtils.getThrowableList(e);
        for (Throwable cause : causes) {
            if (cause instanceof WrongKeysException) {
                return cause.getMessage() + ". " + WrongKeysAnalyzer.ACTION;
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof SQLException sql) {
                return UNDEFINED_TABLE.equals(sql.getSQLState())
                        ? "The database has not all tables of this version. Start the app once, then repeat this."
                        : "The database cannot be used (SQLSTATE " + sql.getSQLState()
                                + "). Is it started, and are the settings spring.datasource right?";
            }
        }
        return null;
    }
}
