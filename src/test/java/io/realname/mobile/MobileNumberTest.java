package io.realname.mobile;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {

    private static String refused(@Nullable String input) {
        return refusal(() -> MobileNumber.parse(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "+8613800138000",
                "+86 138 0013 8000",
                "008613800138000",
                "0086-138-0013-8000",
                "8613800138000",
                "１３８００１３８０００",
                "＋８６１３８００１３８０００",
                "\u202D138\u00A000138000\u202C"
            })
    void howeverItIsTypedItIsTheSameNumber(String typed) {
        assertThat(MobileNumber.parse(typed)).isEqualTo(MobileNumber.parse("13800138000"));
        assertThat(MobileNumber.parse(typed).e164()).isEqualTo("+8613800138000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800130000",
                "13800130001",
                "13800130002",
                "13800130003",
                "13800130004",
                "13800130005",
                "13800130006",
                "15912345678",
                "17712345678",
                "18612345678",
                "19912345678"
            })
    void numbersOfTheSandboxAndOfEveryRangeAreTaken(String number) {
        assertThat(MobileNumber.parse(number).e164()).isEqualTo("+86" + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02112345678", // landline, Shanghai
                "01012345678", // landline, Beijing
                "+85291234567", // Hong Kong
                "+85366123456", // Macau
                "+886912345678", // Taiwan
                "+14155552671",
                "4006151212",
                "95588",
                "12345678901",
                "10086123456"
            })
    void othersAreNotMainlandMobiles(String number) {
        assertThat(refused(number)).isEqualTo("NOT_A_MAINLAND_MOBILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1380013800",
                "138001380000",
                "+861380013800",
                "86138001380000",
                "123",
                "138O0138000",
                "1-800-FLOWERS",
                "13800138000 ext. 5",
                "13800138000;ext=5",
                "(138)00138000",
                "86+13800138000",
                "++8613800138000",
                "١٣٨٠٠١٣٨٠٠٠",
                "1795113800138000", // with a carrier's prefix, which libphonenumber would take off
                "138001380008613800138000"
            })
    void whatIsNoNumberIsRefusedThoughTheLibraryTakesSome(String typed) {
        assertThat(refused(typed)).isEqualTo("INVALID_FORMAT");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-"})
    void numberIsRequired(@Nullable String input) {
        assertThat(refused(input)).isEqualTo("REQUIRED");
    }

    @Test
    void maskKeepsThreeAndFourDigits() {
        assertThat(MobileNumber.parse("+86 13800138000").masked()).isEqualTo("138****8000");
    }

    @Test
    void toStringTellsNothing() {
        assertThat(MobileNumber.parse("13800138000")).hasToString("MobileNumber[sealed]");
    }

    /** Numbering plans change with the library; what was taken is read from storage all the same. */
    @Test
    void whatIsStoredIsNotJudgedAgain() {
        MobileNumber stored = MobileNumber.stored("+8615400138000");

        assertThat(stored.e164()).isEqualTo("+8615400138000");
        assertThat(stored.masked()).isEqualTo("154****8000");
        assertThat(MobileNumber.stored("+8613800138000")).isEqualTo(MobileNumber.parse("13800138000"));
    }
}
