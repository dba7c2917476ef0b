package io.realname.identity;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.validation.InvalidValueException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PersonNameProperties {

    private static final int[] DOTS = {0xB7, 0x2022, 0x30FB, 0xFF65, 0xFF0E, 0x2027, 0x22C5, 0x2219, 0x16EB, 0x387, '.'
    };

    /** One to four Han characters of any plane. */
    @Provide
    Arbitrary<String> han() {
        Arbitrary<Integer> character = Arbitraries.oneOf(
                Arbitraries.integers().between(0x4E00, 0x9FFF),
                Arbitraries.integers().between(0x3400, 0x4DBF),
                Arbitraries.integers().between(0x20000, 0x2A6DF),
                Arbitraries.integers().between(0x30000, 0x323AF));
        return character.list().ofMinSize(1).ofMaxSize(4).map(PersonNameProperties::text);
    }

    /** Parts of a name, two to six. */
    @Provide
    Arbitrary<List<String>> parts() {
        return han().list().ofMinSize(2).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Integer> dot() {
        return Arbitraries.integers().between(0, DOTS.length - 1).map(i -> DOTS[i]);
    }

    /** What is near to a name: its characters, in any order. */
    @Provide
    Arbitrary<String> nearlyNames() {
        return Arbitraries.strings()
                .withChars("张三〇AzéЖ1 '-·.•’\u3000\u0301\u200B\uD842\uDFB7")
                .ofMaxLength(12);
    }

    @Property
    void everyDotLeadsToTheSameName(@ForAll("parts") List<String> parts, @ForAll("dot") int dot) {
        PersonName legal = PersonName.parse(String.join("·", parts));

        assertThat(PersonName.parse(String.join(Character.toString(dot), parts)))
                .isEqualTo(legal)
                .hasSameHashCodeAs(legal);
        assertThat(PersonName.parse(String.join(" " + Character.toString(dot) + " ", parts)))
                .isEqualTo(legal);
    }

    @Property
    void twoDotsAreNeverOne(@ForAll("parts") List<String> parts, @ForAll("dot") int dot, @ForAll("dot") int another) {
        String doubled = text(List.of(dot, another));

        assertThat(refusal(() -> PersonName.parse(String.join(doubled, parts))))
                .isIn("INVALID_SEPARATOR", "INVALID_CHARACTER", "INVALID_LENGTH");
    }

    @Property
    void spacesNeverMakeAnotherHanName(@ForAll("parts") List<String> parts) {
        assertThat(PersonName.parse(String.join(" \u3000", parts))).isEqualTo(PersonName.parse(String.join("", parts)));
    }

    @Property
    void whatIsTakenIsCanonicalAndHidden(@ForAll("nearlyNames") String input) {
        try {
            PersonName name = PersonName.parse(input);

            assertThat(PersonName.parse(name.value())).isEqualTo(name);
            assertThat(name.value().codePointCount(0, name.value().length())).isBetween(2, 50);
            assertThat(name.value()).doesNotStartWith("·").doesNotEndWith("·").doesNotContain("··");
            assertThat(name.masked()).startsWith("*").isNotEqualTo(name.value());
            assertThat(name.toString()).doesNotContain(name.value());
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z_]+");
        }
    }

    @Property
    void whateverIsTypedIsTakenOrRefusedWithACode(@ForAll String anything) {
        try {
            assertThat(PersonName.parse(anything).value()).isNotEmpty();
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z_]+");
        }
    }

    private static String text(List<Integer> codePoints) {
        var text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }
}
