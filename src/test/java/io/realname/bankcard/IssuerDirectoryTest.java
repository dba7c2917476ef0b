package io.realname.bankcard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.realname.people.TestPeople;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class IssuerDirectoryTest {

    private static final IssuerDirectory DIRECTORY = new IssuerDirectory(List.of(), List.of());

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
        var directory = with(banks("A,甲", "B,乙"), iins("990022,A,DC,19", "99002202,B,CC,16"));

        assertThat(bankOf(directory, TestPeople.pan("99002202", 7, 19))).contains("A");
        assertThat(bankOf(directory, TestPeople.pan("99002202", 7, 16))).contains("B");
        assertThat(bankOf(directory, TestPeople.pan("99002202", 7, 17))).isEmpty();
    }

    @Test
    void unknownPrefixOrLengthHasNoIssuer() {
        assertThat(bankOf(DIRECTORY, TestPeople.unknownBankPan(1))).isEmpty();
        assertThat(bankOf(DIRECTORY, TestPeople.pan("622202", 1, 16))).isEmpty();
    }

    /** What an operator adds from files of their own. */
    @Nested
    class Additions {

        @TempDir
        private Path folder;

        @Test
        void anIinThatTheListLacksIsFoundThen() throws IOException {
            String pan = TestPeople.pan("62519321", 7, 16);
            assertThat(bankOf(DIRECTORY, pan)).isEmpty();

            var directory = new IssuerDirectory(
                    List.of(), List.of(file("iin.csv", "bin,bank,type,length\n62519321,CEB,CC,16\n")));

            assertThat(directory.issuerOf(Pan.parse(pan)))
                    .contains(new Issuer(DIRECTORY.bank("CEB").orElseThrow(), CardType.CREDIT));
            assertThat(bankOf(directory, TestPeople.pan(1))).contains("ICBC");
        }

        @Test
        void theyGoBeforeTheListThatComesWithTheProgram() {
            var directory = with(banks("ICBC,工行", "NEWBANK,新银行"), iins("622202,NEWBANK,PC,19"));

            assertThat(directory.issuerOf(Pan.parse(TestPeople.pan(1))))
                    .contains(new Issuer(new Bank("NEWBANK", "新银行"), CardType.PREPAID));
            assertThat(directory.bank("ICBC")).contains(new Bank("ICBC", "工行"));
            assertThat(directory.banks()).hasSize(275).doesNotHaveDuplicates();
        }

        /** As spreadsheets write them: byte order mark, CRLF, blanks around values, empty lines. */
        @Test
        void theyAreReadAsSpreadsheetsWriteThem() throws IOException {
            var directory = new IssuerDirectory(
                    List.of(file("banks.csv", "\uFEFFbank,name\r\nNEWBANK , 新银行\r\n\r\n")),
                    List.of(file("iin.csv", "\uFEFFbin,bank,type,length\r\n990022,NEWBANK,DC,19")));

            assertThat(bankOf(directory, TestPeople.pan("990022", 7, 19))).contains("NEWBANK");
            assertThat(directory.bank("NEWBANK")).contains(new Bank("NEWBANK", "新银行"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "bin,bank,type,length#990022,NOBANK,DC,19 | line 2: no bank has the code NOBANK",
                    "bin,bank,type,length#990022,ICBC,DC,19##990022,CEB,DC,19 | line 4: the IIN is listed twice with this length: 990022",
                    "bin,bank,type,length#990022,ICBC,DC | line 2: expected 4 columns, but there are 3",
                    "bin,bank,type,length#990022,ICBC,XX,19 | line 2: not a type of card (DC, CC, SCC, PC): XX",
                    "bin,bank,type,length#990022,ICBC,DC,12 | line 2: not the length of a card number (13 to 19): 12",
                    "bin,bank,type,length#990022,ICBC,DC,1９ | line 2: not the length of a card number (13 to 19): 1９",
                    "bin,bank,type,length#99 0022,ICBC,DC,19 | line 2: not an IIN (2 to 12 digits): 99 0022",
                    "990022,ICBC,DC,19 | line 1: expected the header bin,bank,type,length",
                    "'' | line 1: expected the header bin,bank,type,length"
                })
        void oneThatCannotBeMeantSoIsRefusedWithFileAndLine(String content, String problem) throws IOException {
            Resource list = file("more-iins.csv", content.replace("#", "\n"));

            assertThatExceptionOfType(InvalidBankListException.class)
                    .isThrownBy(() -> new IssuerDirectory(List.of(), List.of(list)))
                    .withMessageContaining("more-iins.csv")
                    .withMessageEndingWith(problem);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "bank,name#NEWBANK,新银行#NEWBANK,新银行 | line 3: the bank is listed twice: NEWBANK",
                    "bank,name#newbank,新银行 | line 2: not the code of a bank (capital letters and digits): newbank",
                    "bank,name#NEWBANK, | line 2: not the name of a bank: ''"
                })
        void soIsAListOfBanks(String content, String problem) throws IOException {
            Resource list = file("more-banks.csv", content.replace("#", "\n"));

            assertThatExceptionOfType(InvalidBankListException.class)
                    .isThrownBy(() -> new IssuerDirectory(List.of(list), List.of()))
                    .withMessageContaining("more-banks.csv")
                    .withMessageEndingWith(problem.replace("''", ""));
        }

        @Test
        void twoListsMustNotSayTheSameTwice() {
            List<Resource> twice = List.of(iins("990022,ICBC,DC,19"), iins("990022,CEB,DC,19"));

            assertThatExceptionOfType(InvalidBankListException.class)
                    .isThrownBy(() -> new IssuerDirectory(List.of(), twice))
                    .withMessageEndingWith("line 2: the IIN is listed twice with this length: 990022");
        }

        @Test
        void aListThatIsNotThereOrInAnotherEncodingIsRefused() throws IOException {
            Path gbk = Files.write(folder.resolve("gbk.csv"), "bank,name\nNEWBANK,新银行\n".getBytes("GBK"));
            Resource missing = new FileSystemResource(folder.resolve("missing.csv"));

            assertThatExceptionOfType(InvalidBankListException.class)
                    .isThrownBy(() -> new IssuerDirectory(List.of(new FileSystemResource(gbk)), List.of()))
                    .withMessageContaining("gbk.csv")
                    .withMessageEndingWith("not in UTF-8");
            assertThatExceptionOfType(InvalidBankListException.class)
                    .isThrownBy(() -> new IssuerDirectory(List.of(), List.of(missing)))
                    .withMessageContaining("missing.csv")
                    .withMessageEndingWith("cannot be read");
        }

        private Resource file(String name, String content) throws IOException {
            return new FileSystemResource(Files.writeString(folder.resolve(name), content));
        }
    }

    private static IssuerDirectory with(Resource banks, Resource iins) {
        return new IssuerDirectory(List.of(banks), List.of(iins));
    }

    private static Resource banks(String... lines) {
        return list("bank,name", lines);
    }

    private static Resource iins(String... lines) {
        return list("bin,bank,type,length", lines);
    }

    private static Resource list(String header, String... lines) {
        return new ByteArrayResource((header + "\n" + String.join("\n", lines)).getBytes(UTF_8));
    }
}
