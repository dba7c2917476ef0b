package io.realname.identity;

import static io.realname.identity.DocumentType.FOREIGN_PERMANENT_RESIDENT_ID;
import static io.realname.identity.DocumentType.HK_MACAU_PERMIT;
import static io.realname.identity.DocumentType.HMT_RESIDENCE_PERMIT;
import static io.realname.identity.DocumentType.PASSPORT;
import static io.realname.identity.DocumentType.RESIDENT_ID;
import static io.realname.identity.DocumentType.TAIWAN_PERMIT;
import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.people.TestPeople;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityDocumentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String SAMPLE = "11010519491231002X";
    private static final LocalDate BORN = LocalDate.of(1990, 3, 7);

    private static IdentityDocument parse(DocumentType type, @Nullable String number) {
        return IdentityDocument.parse(type, number, type == PASSPORT ? "CHN" : null, TODAY);
    }

    private static String refused(DocumentType type, @Nullable String number) {
        return refusal(() -> parse(type, number));
    }

    @Nested
    class ResidentId {

        @Test
        void theContractsSampleIsTaken() {
            IdentityDocument document = parse(RESIDENT_ID, SAMPLE);

            assertThat(document.type()).isEqualTo(RESIDENT_ID);
            assertThat(document.number()).isEqualTo(SAMPLE);
            assertThat(document.issuingCountry()).isNull();
            assertThat(document.birthDate()).contains(LocalDate.of(1949, 12, 31));
            assertThat(document.uniquenessKey()).isEqualTo("RESIDENT_ID:" + SAMPLE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "11010519491231002x",
                    " 110105 19491231 002X ",
                    "110105-19491231-002X",
                    "１１０１０５１９４９１２３１００２Ｘ",
                    "１１０１０５１９４９１２３１００２ｘ",
                    "110105\u3000194912\u00A031002X",
                    "110105\u20101949\u20111231－002x\n"
                })
        void samePersonWithLowerCaseXFullWidthOrSpacesIsTheSameIdentity(String typed) {
            assertThat(parse(RESIDENT_ID, typed)).isEqualTo(parse(RESIDENT_ID, SAMPLE));
            assertThat(parse(RESIDENT_ID, typed).uniquenessKey())
                    .isEqualTo(parse(RESIDENT_ID, SAMPLE).uniquenessKey());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", // Arabic-Indic
                    "۱۱۰۱۰۵۱۹۴۹۱۲۳۱۰۰۲X", // Persian
                    "11010519491231002Ⅹ", // Roman numeral ten
                    "①10105194912310021",
                    "11010519491231002*",
                    "1101051949123100",
                    "11010519491231002X0",
                    "X10105194912310020",
                    "ABCDEFGHIJKLMNOPQR"
                })
        void anythingElseIsRefusedNotFolded(String typed) {
            assertThat(refused(RESIDENT_ID, typed)).isEqualTo("INVALID_FORMAT");
        }

        @Test
        void birthDateInTheFutureIsRefused() {
            assertThat(refused(RESIDENT_ID, TestPeople.citizenNumber("110105", TODAY.plusDays(1), 1)))
                    .isEqualTo("BIRTH_DATE_IN_FUTURE");
        }

        @Test
        void bornTodayIsNotTheFuture() {
            assertThat(parse(RESIDENT_ID, TestPeople.citizenNumber("110105", TODAY, 1))
                            .birthDate())
                    .contains(TODAY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"119999", "117101", "118901", "119101"})
        void regionThatGbT2260NeverAssignsIsRefused(String region) {
            assertThat(refused(RESIDENT_ID, TestPeople.citizenNumber(region, BORN, 1)))
                    .isEqualTo("INVALID_REGION");
        }

        @ParameterizedTest
        @ValueSource(strings = {"460025", "429004", "132929", "441900", "500381", "659001", "522701"})
        void regionsOfFormerCountiesAreTaken(String region) {
            String number = TestPeople.citizenNumber(region, BORN, 1);

            assertThat(parse(RESIDENT_ID, number).number()).isEqualTo(number);
        }

        @Test
        void exactlyTheProvincesThatExistAreTaken() {
            String existing =
                    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65";
            for (int province = 0; province < 100; province++) {
                String code = "%02d".formatted(province);
                String number = TestPeople.citizenNumber(code + "0101", BORN, 1);
                if (existing.contains(code)) {
                    assertThat(parse(RESIDENT_ID, number).number()).isEqualTo(number);
                } else {
                    assertThat(refused(RESIDENT_ID, number)).isEqualTo("INVALID_REGION");
                }
            }
        }

        @Test
        void sequence000IsRefused() {
            assertThat(refused(RESIDENT_ID, TestPeople.citizenNumber("110105", BORN, 0)))
                    .isEqualTo("INVALID_SEQUENCE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"110105491231002", "110105 491231 002", "１１０１０５４９１２３１００２"})
        void fifteenDigitsAreVoidSince2013(String typed) {
            assertThat(refused(RESIDENT_ID, typed)).isEqualTo("VOID_15_DIGIT_NUMBER");
        }

        @ParameterizedTest
        @ValueSource(strings = {"19900230", "19900229", "19001301", "19900001", "19900100", "18991231", "21000229"})
        void birthDateIsADayOfTheCalendarSince1900(String birth) {
            assertThat(refused(RESIDENT_ID, TestPeople.withMod11Check("110105" + birth + "001")))
                    .isEqualTo("INVALID_BIRTH_DATE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"20000229", "19000101"})
        void leapDayAndTheFirstDayAreTaken(String birth) {
            String number = TestPeople.withMod11Check("110105" + birth + "001");

            assertThat(parse(RESIDENT_ID, number).number()).isEqualTo(number);
        }

        @Test
        void wrongCheckDigitIsRefused() {
            assertThat(refused(RESIDENT_ID, "110105194912310021")).isEqualTo("INVALID_CHECK_DIGIT");
        }

        @ParameterizedTest
        @ValueSource(strings = {"810000", "820000", "830000"})
        void numberOfAnHmtResidencePermitIsTheWrongType(String region) {
            assertThat(refused(RESIDENT_ID, TestPeople.citizenNumber(region, BORN, 1)))
                    .isEqualTo("WRONG_DOCUMENT_TYPE");
        }

        @Test
        void issuingCountryMakesNoOtherIdentity() {
            assertThat(IdentityDocument.parse(RESIDENT_ID, SAMPLE, "CHN", TODAY))
                    .isEqualTo(parse(RESIDENT_ID, SAMPLE));
        }
    }

    @Nested
    class HmtResidencePermit {

        @ParameterizedTest
        @ValueSource(strings = {"810000", "820000", "830000"})
        void itsRegionsAreTaken(String region) {
            String number = TestPeople.citizenNumber(region, BORN, 1);

            assertThat(parse(HMT_RESIDENCE_PERMIT, number).birthDate()).contains(BORN);
            assertThat(parse(HMT_RESIDENCE_PERMIT, number).uniquenessKey()).isEqualTo("HMT_RESIDENCE_PERMIT:" + number);
        }

        @ParameterizedTest
        @ValueSource(strings = {"810001", "820100", "840000", "710000", "990000"})
        void otherRegionsAreRefused(String region) {
            assertThat(refused(HMT_RESIDENCE_PERMIT, TestPeople.citizenNumber(region, BORN, 1)))
                    .isEqualTo("INVALID_REGION");
        }

        @Test
        void residentIdIsTheWrongType() {
            assertThat(refused(HMT_RESIDENCE_PERMIT, SAMPLE)).isEqualTo("WRONG_DOCUMENT_TYPE");
        }

        @Test
        void checksAreThoseOfTheResidentId() {
            assertThat(refused(HMT_RESIDENCE_PERMIT, TestPeople.citizenNumber("810000", BORN, 0)))
                    .isEqualTo("INVALID_SEQUENCE");
            assertThat(refused(HMT_RESIDENCE_PERMIT, TestPeople.citizenNumber("810000", TODAY.plusDays(1), 1)))
                    .isEqualTo("BIRTH_DATE_IN_FUTURE");
            assertThat(refused(HMT_RESIDENCE_PERMIT, "810000199003070010")).isEqualTo("INVALID_CHECK_DIGIT");
            assertThat(refused(HMT_RESIDENCE_PERMIT, "810000900307001")).isEqualTo("INVALID_FORMAT");
        }
    }

    @Nested
    class ForeignPermanentResidentId {

        @Test
        void newAndOldFormAreBothTaken() {
            String newForm = TestPeople.foreignPermanentResidentId(1);

            assertThat(parse(FOREIGN_PERMANENT_RESIDENT_ID, newForm).number()).isEqualTo(newForm);
            assertThat(parse(FOREIGN_PERMANENT_RESIDENT_ID, "usa 1101 8001 0100")
                            .number())
                    .isEqualTo("USA110180010100");
        }

        @Test
        void newFormHasTheCheckOfTheResidentId() {
            String valid = TestPeople.foreignPermanentResidentId(1);
            String wrong = valid.substring(0, 17) + (valid.endsWith("1") ? "2" : "1");

            assertThat(refused(FOREIGN_PERMANENT_RESIDENT_ID, wrong)).isEqualTo("INVALID_CHECK_DIGIT");
        }

        @Test
        void newFormTellsTheBirthDate() {
            assertThat(parse(FOREIGN_PERMANENT_RESIDENT_ID, TestPeople.citizenNumber("911840", BORN, 1))
                            .birthDate())
                    .contains(BORN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"19900230", "19900229", "19001301", "19900001", "19900100", "18991231", "21000229"})
        void itsBirthDateIsADayOfTheCalendarSince1900(String birth) {
            assertThat(refused(FOREIGN_PERMANENT_RESIDENT_ID, TestPeople.withMod11Check("911840" + birth + "001")))
                    .isEqualTo("INVALID_BIRTH_DATE");
        }

        @Test
        void itsBirthDateIsNotInTheFuture() {
            assertThat(refused(FOREIGN_PERMANENT_RESIDENT_ID, TestPeople.citizenNumber("911840", TODAY.plusDays(1), 1)))
                    .isEqualTo("BIRTH_DATE_IN_FUTURE");
            assertThat(parse(FOREIGN_PERMANENT_RESIDENT_ID, TestPeople.citizenNumber("911840", TODAY, 1))
                            .birthDate())
                    .contains(TODAY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"00", "16", "24", "38", "47", "55", "66", "71", "81", "99"})
        void itsProvinceExists(String province) {
            assertThat(refused(
                            FOREIGN_PERMANENT_RESIDENT_ID, TestPeople.citizenNumber("9" + province + "840", BORN, 1)))
                    .isEqualTo("INVALID_REGION");
        }

        /** Countries come and go, and not every holder has one; a sequence of 000 is forbidden nowhere. */
        @ParameterizedTest
        @ValueSource(strings = {"000", "728", "997", "999"})
        void itsCountryIsNotLookedUp(String country) {
            String number = TestPeople.citizenNumber("931" + country, BORN, 0);

            assertThat(parse(FOREIGN_PERMANENT_RESIDENT_ID, number).number()).isEqualTo(number);
        }

        /** Its date has no century: nobody is refused for being 13 who may be 113. */
        @Test
        void oldFormTellsNoBirthDate() {
            assertThat(parse(FOREIGN_PERMANENT_RESIDENT_ID, "USA110120010100").birthDate())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {SAMPLE, "US1101800101001", "USAA11018001010", "USA11018001010", "911840198001010"})
        void otherFormsAreRefused(String number) {
            assertThat(refused(FOREIGN_PERMANENT_RESIDENT_ID, number)).isEqualTo("INVALID_FORMAT");
        }
    }

    @Nested
    class HkMacauPermit {

        @Test
        void reissuedPermitIsTheSameIdentity() {
            String key = parse(HK_MACAU_PERMIT, "H1234567800").uniquenessKey();

            assertThat(key).isEqualTo("HK_MACAU_PERMIT:H12345678");
            assertThat(parse(HK_MACAU_PERMIT, "H1234567801").uniquenessKey()).isEqualTo(key);
            assertThat(parse(HK_MACAU_PERMIT, "h 1234 5678").uniquenessKey()).isEqualTo(key);
            assertThat(parse(HK_MACAU_PERMIT, "Ｈ１２３４５６７８０２").uniquenessKey()).isEqualTo(key);
            assertThat(parse(HK_MACAU_PERMIT, "M1234567800").uniquenessKey()).isNotEqualTo(key);
        }

        @Test
        void numberKeepsTheDigitsOfTheReissue() {
            assertThat(parse(HK_MACAU_PERMIT, "h1234567801").number()).isEqualTo("H1234567801");
        }

        @ParameterizedTest
        @ValueSource(strings = {"C12345678", "12345678", "H1234567", "H123456789", "H123456780000", "H1234567A"})
        void otherFormsAreRefused(String number) {
            assertThat(refused(HK_MACAU_PERMIT, number)).isEqualTo("INVALID_FORMAT");
        }
    }

    @Nested
    class TaiwanPermit {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "12345678",
                    "1234567801(B)",
                    "1234567802(1)",
                    "1234567801（B）",
                    "１２３４５６７８０１（ｂ）",
                    "1234567801 (b)"
                })
        void olderFormIsTheSameIdentity(String number) {
            assertThat(parse(TAIWAN_PERMIT, number).uniquenessKey()).isEqualTo("TAIWAN_PERMIT:12345678");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1234567",
                    "123456789",
                    "1234567801",
                    "1234567801B",
                    "1234567801(BB)",
                    "1234567801()",
                    "12345678(B)"
                })
        void otherFormsAreRefused(String number) {
            assertThat(refused(TAIWAN_PERMIT, number)).isEqualTo("INVALID_FORMAT");
        }
    }

    @Nested
    class Passport {

        @Test
        void countryAndNumberMakeTheIdentity() {
            IdentityDocument document = IdentityDocument.parse(PASSPORT, "e 1234-5678", " fra", TODAY);

            assertThat(document.number()).isEqualTo("E12345678");
            assertThat(document.issuingCountry()).isEqualTo("FRA");
            assertThat(document.uniquenessKey()).isEqualTo("PASSPORT:FRA:E12345678");
            assertThat(document).isNotEqualTo(IdentityDocument.parse(PASSPORT, "E12345678", "DEU", TODAY));
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "  "})
        void countryIsRequired(@Nullable String country) {
            assertThat(refusal(() -> IdentityDocument.parse(PASSPORT, "E12345678", country, TODAY)))
                    .isEqualTo("ISSUING_COUNTRY_REQUIRED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"FR", "XXY", "FRAN", "250", "ſra"})
        void countryIsOneOfIso3166Alpha3(String country) {
            assertThat(refusal(() -> IdentityDocument.parse(PASSPORT, "E12345678", country, TODAY)))
                    .isEqualTo("INVALID_COUNTRY");
        }

        /** Whose people hold the passport of another state, with that state's code; or where nobody lives. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ATA", "BVT", "HMD", "ATF", "UMI", "SGS", "IOT", "SJM", "GLP", "REU", "NCL", "PRI", "GUM", "CUW",
                    "NFK", "COK", "GRL", "FRO", "ALA", "JEY", "HKG", "MAC"
                })
        void territoriesThatIssueNoneAreNoIssuingCountries(String territory) {
            assertThat(refusal(() -> IdentityDocument.parse(PASSPORT, "E12345678", territory, TODAY)))
                    .isEqualTo("INVALID_COUNTRY");
        }

        /** Of nobody, of refugees and of the United Nations: the state that issued it stands on a refugee's document too. */
        @ParameterizedTest
        @ValueSource(strings = {"XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "UTO", "GBN", "RKS", "EUE", "SUN", "DDR"})
        void codesOfIcao9303ThatAreNoCountriesAreNot(String code) {
            assertThat(refusal(() -> IdentityDocument.parse(PASSPORT, "E12345678", code, TODAY)))
                    .isEqualTo("INVALID_COUNTRY");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"CHN", "DEU", "USA", "GBR", "TWN", "PSE", "VAT", "ESH", "SSD", "BMU", "CYM", "GIB", "TUV"})
        void countriesThatIssuePassportsAreTaken(String country) {
            assertThat(IdentityDocument.parse(PASSPORT, "E12345678", country, TODAY)
                            .issuingCountry())
                    .isEqualTo(country);
        }

        /** Doc 9303 gives Germany one letter, and so it stands on the passport. */
        @ParameterizedTest
        @ValueSource(strings = {"D", "d", " Ｄ "})
        void germanysLetterIsGermany(String printed) {
            assertThat(IdentityDocument.parse(PASSPORT, "C01X00T47", printed, TODAY))
                    .isEqualTo(IdentityDocument.parse(PASSPORT, "C01X00T47", "DEU", TODAY));
        }

        @ParameterizedTest
        @ValueSource(strings = {"E123", "E12345678901234567890", "E1234567é", "E1234/678", "ı1234567"})
        void numberIs5To20LettersAndDigits(String number) {
            assertThat(refused(PASSPORT, number)).isEqualTo("INVALID_FORMAT");
        }
    }

    @ParameterizedTest
    @EnumSource
    void numberIsRequired(DocumentType type) {
        assertThat(refused(type, null)).isEqualTo("REQUIRED");
        assertThat(refused(type, "")).isEqualTo("REQUIRED");
        assertThat(refused(type, " \u3000-")).isEqualTo("REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 11010519491231002x, 1************X",
        "PASSPORT, E1234, E************4",
        "TAIWAN_PERMIT, 12345678, 1************8",
        "HK_MACAU_PERMIT, H1234567800, H************0"
    })
    void maskKeepsFirstAndLastCharacterAndNeverShowsAShortNumberWhole(DocumentType type, String number, String masked) {
        assertThat(parse(type, number).masked()).isEqualTo(masked);
    }

    @Test
    void sameNumberOfAnotherTypeIsAnotherIdentity() {
        assertThat(parse(TAIWAN_PERMIT, "12345678")).isNotEqualTo(parse(PASSPORT, "12345678"));
        assertThat(parse(TAIWAN_PERMIT, "12345678").uniquenessKey())
                .isNotEqualTo(parse(PASSPORT, "12345678").uniquenessKey());
    }

    @ParameterizedTest
    @CsvSource({"PASSPORT, E12345678", "HK_MACAU_PERMIT, H12345678", "TAIWAN_PERMIT, 12345678"})
    void otherDocumentsTellNoBirthDate(DocumentType type, String number) {
        assertThat(parse(type, number).birthDate()).isEmpty();
    }

    /** What was taken before a rule was made is read from storage all the same, and is the same identity. */
    @ParameterizedTest
    @CsvSource({
        "FOREIGN_PERMANENT_RESIDENT_ID, 911840209902313333, , FOREIGN_PERMANENT_RESIDENT_ID:911840209902313333",
        "PASSPORT, E12345678, GLP, PASSPORT:GLP:E12345678",
        "RESIDENT_ID, 110105194912310021, , RESIDENT_ID:110105194912310021",
        "HK_MACAU_PERMIT, H1234567801, , HK_MACAU_PERMIT:H12345678"
    })
    void whatIsStoredIsNotJudgedAgain(DocumentType type, String number, @Nullable String country, String key) {
        IdentityDocument stored = IdentityDocument.stored(type, number, country);

        assertThat(stored.number()).isEqualTo(number);
        assertThat(stored.issuingCountry()).isEqualTo(country);
        assertThat(stored.uniquenessKey()).isEqualTo(key);
        assertThat(stored.hasNumber(" " + number.toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(stored.hasNumber(number + "0")).isFalse();
    }

    @Test
    void toStringTellsTheTypeOnly() {
        assertThat(parse(RESIDENT_ID, SAMPLE)).hasToString("IdentityDocument[RESIDENT_ID]");
    }
}
