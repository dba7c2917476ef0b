package io.realname.enterprise;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    private static String value(String input) {
        return EmailAddress.parse(input).value();
    }

    private static String refused(@Nullable String input) {
        return refusal(() -> EmailAddress.parse(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lin@example.com",
                "Lin.Bin+mall@mail.example.com.cn",
                "o'neil@example.org",
                "a!#$%&'*+-/=?^_`{|}~z@example.com",
                "1@example.com",
                "lin@xn--fsqu00a.xn--fiqs8s"
            })
    void addressesOnTheInternetAreTaken(String input) {
        assertThat(value(input)).isEqualTo(input);
    }

    @ParameterizedTest
    @CsvSource({
        "' lin@example.com\r\n', lin@example.com",
        "Lin@EXAMPLE.Com, Lin@example.com",
        "lin@例子.中国, lin@xn--fsqu00a.xn--fiqs8s",
        "lin@例子。中国, lin@xn--fsqu00a.xn--fiqs8s",
        "lin@ｅｘａｍｐｌｅ．ｃｏｍ, lin@example.com",
        "lin@BÜCHER.example.com, lin@xn--bcher-kva.example.com"
    })
    void domainIsInTheOneFormThatTheNameSystemKnows(String input, String expected) {
        assertThat(value(input)).isEqualTo(expected);
        assertThat(EmailAddress.parse(expected)).isEqualTo(EmailAddress.parse(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lin@example.com\r\nBcc: all@example.com",
                "lin\r\nBcc: all@example.com",
                "\"lin\r\nBcc: all\"@example.com",
                "lin\\\r\nx@example.com",
                "lin@exa\r\nmple.com",
                "lin@example.com\nx",
                "lin\u0000@example.com",
                "lin\u0085x@example.com",
                "lin\u2028x@example.com",
                "lin\u00A0x@example.com"
            })
    void nothingGetsIntoAMessagesHeader(String input) {
        assertThat(refused(input)).isEqualTo("INVALID_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lin@example.com,all@example.com",
                "lin@example.com;all@example.com",
                "lin@all@example.com",
                "lin\\@all@example.com",
                "lin\\ all@example.com",
                "\"lin all\"@example.com",
                "\"lin@all\"@example.com",
                "\"\"@example.com",
                "Lin <lin@example.com>",
                "<lin@example.com>",
                "mailto:lin@example.com",
                "lin@example.com?subject=x",
                "lin(x)@example.com"
            })
    void oneAddressIsOne(String input) {
        assertThat(refused(input)).isEqualTo("INVALID_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lin@localhost",
                "lin@mail",
                "lin@com",
                "lin@mail.local",
                "lin@mail.internal",
                "lin@mail.test",
                "lin@mail.invalid",
                "lin@[127.0.0.1]",
                "lin@[IPv6:::1]",
                "lin@[IPv6:2001:db8::1]",
                "lin@127.0.0.1",
                "lin@１２７.０.０.１",
                "lin@2130706433"
            })
    void machinesOfOnesOwnAreNotOnTheInternet(String input) {
        assertThat(refused(input)).isEqualTo("INVALID_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lin",
                "@example.com",
                "lin@",
                "@",
                ".lin@example.com",
                "lin.@example.com",
                "lin..bin@example.com",
                "lin @example.com",
                "lin@ example.com",
                "lin@example..com",
                "lin@.example.com",
                "lin@example.com.",
                "lin@-example.com",
                "lin@example-.com",
                "lin@exa_mple.com",
                "lin@example.c",
                "lin@example.nosuchtopleveldomain",
                "林@example.com",
                "𠮷@example.com",
                "lin\u200B@example.com",
                "lin＠example.com",
                "lin@stra\u00DFe.example.com", // straße: another domain to each of two standards
                "lin@exa\u200Dmple.com"
            })
    void otherFormsAreRefused(String input) {
        assertThat(refused(input)).isEqualTo("INVALID_FORMAT");
    }

    @Test
    void lengthIsLimitedInEachPart() {
        String domain = ".example.com";
        assertThat(value("l".repeat(64) + "@example.com")).hasSize(76);
        assertThat(refused("l".repeat(65) + "@example.com")).isEqualTo("INVALID_FORMAT");
        assertThat(value("l@" + "d".repeat(63) + domain)).hasSize(77);
        assertThat(refused("l@" + "d".repeat(64) + domain)).isEqualTo("INVALID_FORMAT");

        String labels = ("d".repeat(59) + ".").repeat(4) + "com";
        assertThat(value("l".repeat(10) + "@" + labels)).hasSize(254);
        assertThat(refused("l".repeat(11) + "@" + labels)).isEqualTo("INVALID_LENGTH");
        assertThat(refused("l@" + ("例".repeat(25) + ".").repeat(8) + "com")).isEqualTo("INVALID_LENGTH");
    }

    @Test
    @Timeout(5)
    void hugeInputIsRefusedAtOnce() {
        assertThat(refused("l".repeat(1_000_000) + "@example.com")).isEqualTo("INVALID_LENGTH");
        assertThat(refused("l@" + "d.".repeat(500_000) + "com")).isEqualTo("INVALID_LENGTH");
        assertThat(refused("l.".repeat(126) + "l")).isEqualTo("INVALID_FORMAT");
        assertThat(refused("l@" + "d.".repeat(125) + "-")).isEqualTo("INVALID_FORMAT");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000", "\r\n"})
    void addressIsRequired(@Nullable String input) {
        assertThat(refused(input)).isEqualTo("REQUIRED");
    }

    @Test
    void maskKeepsTheFirstCharacterAndTheDomain() {
        assertThat(EmailAddress.parse("lin.bin@Example.com").masked()).isEqualTo("l***@example.com");
        assertThat(EmailAddress.parse("l@example.com").masked()).isEqualTo("l***@example.com");
    }

    @Test
    void toStringTellsNothing() {
        assertThat(EmailAddress.parse("lin@example.com")).hasToString("EmailAddress[sealed]");
    }
}
