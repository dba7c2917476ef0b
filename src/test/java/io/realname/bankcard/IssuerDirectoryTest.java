package io.realname.bankcard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.realname.people.TestPeople;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerDirectoryTest {

    private static final IssuerDirectory DIRECTORY = new IssuerDirectory();

    private static Optional<String> bankOf(IssuerDirectory directory, String pan) {
        return directory.issuerOf(Pan.parse(pan)).map(issuer -> issuer.bank().code());
    }

    /** A changed list is to be noticed: these are the figures of domain.md. */
    @Nested
    class TheList {

        private static List<String[]> rows(String resource) throws IOException {
            try (InputStream stream =
                    Objects.requireNonNull(IssuerDirectory.class.getResourceAsStream(resource), resource)) {
                return new String(stream.readAllBytes(), UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .toList();
            }
        }

        private static long prefixesWithSeveral(int column) throws IOException {
            return rows("/iin/iin.csv").stream()
                    .collect(groupingBy(row -> row[0], mapping(row -> row[column], toSet())))
                    .values()
                    .stream()
                    .filter(values -> values.size() > 1)
                    .count();
        }

        @Test
        void has1698RowsOf274Banks() throws IOException {
            assertThat(rows("/iin/iin.csv")).hasSize(1698);
            assertThat(DIRECTORY.banks()).hasSize(274).doesNotHaveDuplicates();
        }

        @Test
        void has12PrefixesWithTwoLengthsAnd9ThatClashBetweenBanks() throws IOException {
            assertThat(prefixesWithSeveral(3)).isEqualTo(12);
            assertThat(prefixesWithSeveral(1)).isEqualTo(9);
        }

        @Test
        void has16BanksOfWhichNoCardIsListed() throws IOException {
            Set<String> listed =
                    rows("/iin/iin.csv").stream().map(row -> row[1]).collect(toSet());

            assertThat(DIRECTORY.banks())
                    .filteredOn(bank -> !listed.contains(bank.code()))
                    .hasSize(16);
            assertThat(DIRECTORY.banksWithAcceptableCards())
                    .hasSize(258)
                    .extracting(Bank::code)
                    .containsAll(Set.of("ICBC", "CMB", "ABC"))
                    .doesNotContain("WEBANK");
        }

        @Test
        void comesWithItsLicence() {
            assertThat(IssuerDirectory.class.getResource("/iin/LICENSE.caijf-bankcard.txt"))
                    .isNotNull();
        }
    }

    @Test
    void theContractsSampleIsADebitCardOfIcbc() {
        assertThat(DIRECTORY.issuerOf(Pan.parse("6222020200112230004")))
                .contains(new Issuer(new Bank("ICBC", "中国工商银行"), CardType.DEBIT));
    }

    @ParameterizedTest
    @CsvSource({
        "622162, 16, CEB",
        "622162, 19, JJBANK",
        "621260, 16, SPABANK",
        "621260, 19, CSRCB",
        "622309, 18, ICBC",
        "622309, 19, CZBANK",
        "622308, 17, FDB",
        "622308, 18, ICBC",
        "622302, 16, GDRCC",
        "622302, 18, ICBC",
        "622510, 18, ICBC",
        "622510, 19, GDRCC",
        "622303, 16, NJCB",
        "622303, 18, ICBC",
        "622305, 16, NJCB",
        "622305, 18, ICBC",
        "622307, 18, ICBC",
        "622307, 19, JJBANK"
    })
    void theLengthTellsBanksOfTheSamePrefixApart(String prefix, int length, String bank) {
        assertThat(bankOf(DIRECTORY, TestPeople.pan(prefix, 7, length))).contains(bank);
    }

    @ParameterizedTest
    @CsvSource({"622498, BHB", "62249804, BOCZ", "62249802, QHDCCB", "621260001, XFRCB", "621260002, ESRCB"})
    void theLongestPrefixWins(String prefix, String bank) {
        assertThat(bankOf(DIRECTORY, TestPeople.pan(prefix, 7, 19))).contains(bank);
    }

    @Test
    void longerPrefixOfAnotherLengthDoesNotHideAShorterOne() {
        var directory = new IssuerDirectory(List.of("A,甲", "B,乙"), List.of("6222,A,DC,19", "622202,B,CC,16"));

        assertThat(bankOf(directory, TestPeople.pan("622202", 7, 19))).contains("A");
        assertThat(bankOf(directory, TestPeople.pan("622202", 7, 16))).contains("B");
        assertThat(bankOf(directory, TestPeople.pan("622202", 7, 17))).isEmpty();
    }

    @Test
    void unknownPrefixOrLengthHasNoIssuer() {
        assertThat(bankOf(DIRECTORY, TestPeople.unknownBankPan(1))).isEmpty();
        assertThat(bankOf(DIRECTORY, TestPeople.pan("622202", 1, 16))).isEmpty();
        assertThat(bankOf(new IssuerDirectory(List.of(), List.of()), TestPeople.pan(1)))
                .isEmpty();
    }

    @Test
    void listThatContradictsItselfIsRefusedWhenItIsLoaded() {
        var banks = List.of("A,甲", "B,乙");
        Stream.of(
                        List.of("622202,A,DC,19", "622202,B,DC,19"),
                        List.of("622202,C,DC,19"),
                        List.of("622202,A,DC"),
                        List.of(""))
                .forEach(iins -> assertThatIllegalStateException().isThrownBy(() -> new IssuerDirectory(banks, iins)));
        assertThatIllegalStateException().isThrownBy(() -> new IssuerDirectory(List.of("A,甲", "A,乙"), List.of()));
    }
}
