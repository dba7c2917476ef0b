package io.realname.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A node of the version before runs beside a new migration, during a rolling update and after a rollback. So a migration
 * adds and takes nothing away ("expand"). What nobody reads any more is taken away by a later version ("contract"), with a
 * comment that says since when.
 */
class MigrationRulesTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    /** What the version before would miss, or trip over. */
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\b(drop\\s+(table|column|index|function|view)|rename\\s+(to|column)|set\\s+not\\s+null|alter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type"
                    + "|truncate|delete\\s+from|add\\s+constraint)\\b|\\badd\\s+column\\s+\\w+\\s+[^,;]*\\bnot\\s+null\\b(?![^,;]*\\bdefault\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final String CONTRACT = "-- Nobody reads it since version ";

    /** Before there was a version that could run beside it. */
    private static final int FIRST = 23;

    static Stream<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> found = files.filter(file -> number(file) >= FIRST)
                    .sorted(Comparator.comparingInt(MigrationRulesTest::number))
                    .toList();
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void takesNothingAway(Path migration) throws IOException {
        assertThat(isAllowed(Files.readString(migration)))
                .as(migration.toString())
                .isTrue();
    }

    @Test
    void nobodyUsesANumberTwice() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(MigrationRulesTest::number).toList()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table account add column colour text;                                   | true
            alter table account add column colour text not null default 'red';            | true
            create table colour (name text not null);                                     | true
            create unique index colour_name on colour (name);                             | true
            alter table account add column colour text not null;                          | false
            alter table account alter column site set not null;                           | false
            alter table account alter column site type varchar(3);                        | false
            alter table account rename column site to place;                              | false
            alter table account drop column site;                                         | false
            drop table account;                                                           | false
            delete from account where site = 'X';                                         | false
            """)
    void ruleFindsWhatTheVersionBeforeWouldMiss(String sql, boolean allowed) {
        assertThat(isAllowed(sql)).isEqualTo(allowed);
        assertThat(isAllowed(CONTRACT + "0.4.\n" + sql)).isTrue();
    }

    private static boolean isAllowed(String sql) {
        return sql.contains(CONTRACT)
                || !TAKES_AWAY.matcher(sql.replaceAll("--.*", "")).find();
    }

    private static int number(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceFirst("^V(\\d+)__.*$", "$1"));
    }
}
