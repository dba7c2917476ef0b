package io.realname.identity;

import static io.realname.identity.DocumentType.PASSPORT;
import static io.realname.identity.DocumentType.RESIDENT_ID;
import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.people.TestPeople;
import io.realname.validation.InvalidValueException;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IdentityDocumentProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String[] NOISE = {" ", "-", "\u3000", "\u00A0", "\u2010", "\u2013", "\u200B", "\t"};

    /** A valid number, and the same number as somebody typed it. */
    record Typed(DocumentType type, String number, String typed) {
        IdentityDocument document() {
            return parse(type, typed);
        }
    }

    private static IdentityDocument parse(DocumentType type, String number) {
        return IdentityDocument.parse(type, number, type == PASSPORT ? "CHN" : null, TODAY);
    }

    @Provide
    Arbitrary<Typed> typed() {
        return Combinators.combine(
                        Arbitraries.of(DocumentType.class),
                        Arbitraries.integers().between(0, TestPeople.LAST),
                        Arbitraries.randoms())
                .as((type, n, random) -> {
                    String number = number(type, n);
                    var typed = new StringBuilder();
                    for (int i = 0; i < number.length(); i++) {
                        char c = number.charAt(i);
                        if (random.nextInt(4) == 0) {
                            typed.append(NOISE[random.nextInt(NOISE.length)]);
                        }
                        char cased = random.nextBoolean() ? Character.toLowerCase(c) : c;
                        typed.append(random.nextBoolean() ? (char) (cased + 0xFEE0) : cased);
                    }
                    return new Typed(type, number, typed.toString());
                });
    }

    private static String number(DocumentType type, int n) {
        return switch (type) {
            case RESIDENT_ID -> TestPeople.residentId(n);
            case PASSPORT -> TestPeople.passport(n);
            case HK_MACAU_PERMIT -> TestPeople.hkMacauPermit(n);
            case TAIWAN_PERMIT -> n % 2 == 0 ? TestPeople.taiwanPermit(n) : TestPeople.taiwanPermit(n) + "01(B)";
            case HMT_RESIDENCE_PERMIT -> TestPeople.hmtResidencePermit(n);
            case FOREIGN_PERMANENT_RESIDENT_ID ->
                n % 2 == 0 ? TestPeople.foreignPermanentResidentId(n) : TestPeople.oldForeignPermanentResidentId(n);
        };
    }

    @Property
    void howeverItIsTypedItIsTheSameDocument(@ForAll("typed") Typed given) {
        IdentityDocument plain = parse(given.type(), given.number());

        assertThat(given.document()).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(given.document().number()).isEqualTo(given.number());
        assertThat(given.document().uniquenessKey()).isEqualTo(plain.uniquenessKey());
    }

    @Property
    void parsingWhatWasParsedChangesNothing(@ForAll("typed") Typed given) {
        assertThat(parse(given.type(), given.document().number())).isEqualTo(given.document());
    }

    @Property
    void whatWasParsedComesBackFromStorageAsTheSameIdentity(@ForAll("typed") Typed given) {
        IdentityDocument document = given.document();
        IdentityDocument stored =
                IdentityDocument.stored(document.type(), document.number(), document.issuingCountry());

        assertThat(stored).isEqualTo(document).hasSameHashCodeAs(document);
        assertThat(stored.uniquenessKey()).isEqualTo(document.uniquenessKey());
        assertThat(stored.hasNumber(given.typed())).isTrue();
    }

    /** Taken exactly if the eight digits are a day from 1900 to today. */
    @Property
    void birthDateOfAForeignPermanentResidentIdIsRead(
            @ForAll @IntRange(min = 1880, max = 2040) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day) {
        String number = TestPeople.withMod11Check("911840%04d%02d%02d001".formatted(year, month, day));
        String expected = codeOf(year, month, day);

        if (expected.isEmpty()) {
            assertThat(parse(DocumentType.FOREIGN_PERMANENT_RESIDENT_ID, number).birthDate())
                    .contains(LocalDate.of(year, month, day));
        } else {
            assertThat(refusal(() -> parse(DocumentType.FOREIGN_PERMANENT_RESIDENT_ID, number)))
                    .isEqualTo(expected);
        }
    }

    private static String codeOf(int year, int month, int day) {
        boolean exists = year >= 1900
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        if (!exists) {
            return "INVALID_BIRTH_DATE";
        }
        return LocalDate.of(year, month, day).isAfter(TODAY) ? "BIRTH_DATE_IN_FUTURE" : "";
    }

    @Property
    void anySingleWrongDigitOfANewForeignPermanentResidentIdIsRefused(
            @ForAll @IntRange(max = TestPeople.LAST) int n,
            @ForAll @IntRange(max = 17) int position,
            @ForAll @IntRange(max = 9) int other) {
        String valid = TestPeople.foreignPermanentResidentId(n);
        char wrong = (char) ('0' + other);
        Assume.that(valid.charAt(position) != wrong);
        String number = valid.substring(0, position) + wrong + valid.substring(position + 1);

        assertThat(refusal(() -> parse(DocumentType.FOREIGN_PERMANENT_RESIDENT_ID, number)))
                .isNotEqualTo("REQUIRED");
    }

    @Property
    void neitherMaskNorToStringTellsTheNumber(@ForAll("typed") Typed given) {
        assertThat(given.document().masked()).hasSize(14).doesNotContain(given.number());
        assertThat(given.document().toString()).doesNotContain(given.number());
    }

    @Property
    void anySingleWrongDigitOfAResidentIdIsRefused(
            @ForAll @IntRange(max = TestPeople.LAST) int n,
            @ForAll @IntRange(max = 17) int position,
            @ForAll @IntRange(max = 10) int other) {
        String valid = TestPeople.residentId(n);
        char wrong = other == 10 ? 'X' : (char) ('0' + other);
        Assume.that(valid.charAt(position) != wrong);
        String number = valid.substring(0, position) + wrong + valid.substring(position + 1);

        assertThat(refusal(() -> parse(RESIDENT_ID, number))).isNotEqualTo("REQUIRED");
    }

    @Property
    void anyTwoExchangedNeighboursOfAResidentIdAreRefused(
            @ForAll @IntRange(max = TestPeople.LAST) int n, @ForAll @IntRange(max = 16) int position) {
        char[] number = TestPeople.residentId(n).toCharArray();
        Assume.that(number[position] != number[position + 1]);
        char first = number[position];
        number[position] = number[position + 1];
        number[position + 1] = first;

        assertThat(refusal(() -> parse(RESIDENT_ID, new String(number)))).isNotEqualTo("REQUIRED");
    }

    @Property
    void digitsOfOtherScriptsAreRefusedNotFolded(@ForAll("typed") Typed given, @ForAll("foreignZero") int zero) {
        var folded = new StringBuilder();
        given.number()
                .codePoints()
                .map(c -> c >= '0' && c <= '9' ? zero + c - '0' : c)
                .forEach(folded::appendCodePoint);

        assertThat(refusal(() -> parse(given.type(), folded.toString()))).isEqualTo("INVALID_FORMAT");
    }

    /** The zero of Arabic-Indic, Persian, Devanagari, Thai and mathematical digits. */
    @Provide
    Arbitrary<Integer> foreignZero() {
        return Arbitraries.of(0x0660, 0x06F0, 0x0966, 0x0E50, 0x1D7CE);
    }

    @Property
    void whateverIsTypedIsTakenOrRefusedWithACode(@ForAll DocumentType type, @ForAll String anything) {
        try {
            assertThat(parse(type, anything).number()).isNotEmpty();
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z0-9_]+");
        }
    }
}
