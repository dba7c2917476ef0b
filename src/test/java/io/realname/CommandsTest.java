package io.realname;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.protection.Keysets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private static final String KEYSET = "REALNAME_PROTECTION_SEALING_KEYSET";

    @ParameterizedTest
    @ValueSource(strings = {"verify-trial", "start", "-v", "new-keys "})
    void aMisspeltCommandDoesNotStartANode(String word) {
        assertThat(Commands.run(word)).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpIsNoStart(String word) {
        assertThat(Commands.run(word)).hasValue(0);
    }

    @Test
    void optionsStartTheApplication() {
        assertThat(Commands.run()).isEmpty();
        assertThat(Commands.run("--server.port=0")).isEmpty();
    }

    @Test
    void eachCommandOfTheHelpIsThereAndHasHelp() {
        List<String> commands = Commands.HELP
                .lines()
                .filter(line -> line.startsWith("  ") && !line.startsWith("   "))
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(commands).hasSize(7);
        for (String command : commands) {
            int expected = command.equals("check") ? 2 : 0;
            assertThat(Commands.run(command, "--help")).as(command).hasValue(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"new-keys", "new-client-secret", "add-sealing-key", "verify-trail", "lost-payments", "add-user"})
    void aWordThatACommandDoesNotKnowIsRefused(String command) {
        assertThat(Commands.run(command, "foo", "bar")).hasValue(2);
    }

    @Test
    void aSealingKeyIsAddedInTwoSteps() {
        Printed printed = printed(out -> AddSealingKey.run(out, Map.of(KEYSET, Keysets.newSealingKeyset())));

        assertThat(printed.status).isZero();
        assertThat(printed.text.lines().filter(line -> line.startsWith(KEYSET + "=")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutAKeysetNoKeyIsAdded() {
        assertThat(printed(out -> AddSealingKey.run(out, Map.of())).status).isEqualTo(2);
        Printed broken = printed(out -> AddSealingKey.run(out, Map.of(KEYSET, "bm90IGEga2V5c2V0")));
        assertThat(broken.status).isEqualTo(2);
        assertThat(broken.text).contains(KEYSET + " is not a keyset").doesNotContain("bm90");
    }

    @Test
    void aClientsSecretComesWithItsHash() {
        assertThat(printed(NewClientSecret::run).text)
                .containsPattern("# secret: [\\w-]{43}\n")
                .containsPattern("REALNAME_CLIENTS_n_PASSWORD='\\{SHA-256}\\S+'");
    }

    private record Printed(int status, String text) {}

    private static Printed printed(ToIntFunction<PrintStream> command) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int status = command.applyAsInt(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Printed(status, bytes.toString(StandardCharsets.UTF_8));
    }
}
