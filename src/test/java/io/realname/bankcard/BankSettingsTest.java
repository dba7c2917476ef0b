package io.realname.bankcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.people.TestPeople;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The settings {@code realname.bank-card}, as an operator writes them. */
class BankSettingsTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withUserConfiguration(BankCardConfiguration.class, IssuerDirectory.class, BankSettings.class);

    @TempDir
    private Path folder;

    /** As an operator leaves them who empties a line. */
    @Test
    void emptySettingsSayNothing() {
        app.withPropertyValues(
                        "realname.bank-card.additional-banks=",
                        "realname.bank-card.additional-iins=",
                        "realname.bank-card.supported-banks=",
                        "realname.bank-card.unsupported-banks=")
                .run(context -> {
                    assertThat(context.getBean(IssuerDirectory.class).banks()).hasSize(274);
                    assertThat(context.getBean(BankSettings.class).of("ICBC")).isEqualTo(BankSetting.NONE);
                    assertThat(context.getBean(BankSettings.class).of("")).isEqualTo(BankSetting.NONE);
                });
    }

    @Test
    void filesAndCodesAreRead() throws IOException {
        Path banks = Files.writeString(folder.resolve("banks.csv"), "bank,name\nNEWBANK,新银行\n");
        Path iins = Files.writeString(folder.resolve("iin.csv"), "bin,bank,type,length\n62519321,NEWBANK,CC,16\n");
        app.withPropertyValues(
                        "realname.bank-card.additional-banks=file:" + banks,
                        "realname.bank-card.additional-iins=file:" + iins,
                        "realname.bank-card.supported-banks=NEWBANK,NJCB",
                        "realname.bank-card.unsupported-banks=CEB")
                .run(context -> {
                    Pan pan = Pan.parse(TestPeople.pan("62519321", 1, 16));
                    assertThat(context.getBean(IssuerDirectory.class).issuerOf(pan))
                            .contains(new Issuer(new Bank("NEWBANK", "新银行"), CardType.CREDIT));
                    BankSettings settings = context.getBean(BankSettings.class);
                    assertThat(settings.of("NEWBANK")).isEqualTo(BankSetting.SUPPORTED);
                    assertThat(settings.of("NJCB")).isEqualTo(BankSetting.SUPPORTED);
                    assertThat(settings.of("CEB")).isEqualTo(BankSetting.NOT_SUPPORTED);
                    assertThat(settings.of("ICBC")).isEqualTo(BankSetting.NONE);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "NOBANK, '', realname.bank-card.supported-banks: no bank has the code NOBANK",
        "'', icbc, realname.bank-card.unsupported-banks: no bank has the code icbc",
        "CEB, CEB, realname.bank-card.supported-banks: CEB is in realname.bank-card.unsupported-banks too"
    })
    void codeThatCannotBeMeantSoKeepsTheAppFromStarting(String supported, String unsupported, String problem) {
        app.withPropertyValues(
                        "realname.bank-card.supported-banks=" + supported,
                        "realname.bank-card.unsupported-banks=" + unsupported)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidBankListException.class)
                        .hasMessage(problem));
    }

    @Test
    void malformedFileKeepsTheAppFromStarting() throws IOException {
        Path iins = Files.writeString(folder.resolve("iin.csv"), "bin,bank,type,length\n62519321,CEB,credit,16\n");
        app.withPropertyValues("realname.bank-card.additional-iins=file:" + iins)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidBankListException.class)
                        .hasMessageContaining(iins.toString())
                        .hasMessageEndingWith("line 2: not a type of card (DC, CC, SCC, PC): credit"));
    }
}
