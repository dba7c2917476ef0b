package io.realname.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.validation.InvalidValueException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EnterpriseNameProperties {

    /** Two to twenty Han characters of any plane. */
    @Provide
    Arbitrary<List<String>> han() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0x4E00, 0x9FFF),
                        Arbitraries.integers().between(0x3400, 0x4DBF),
                        Arbitraries.integers().between(0x20000, 0x2A6DF),
                        Arbitraries.integers().between(0x30000, 0x323AF))
                .map(Character::toString)
                .list()
                .ofMinSize(2)
                .ofMaxSize(20);
    }

    /** What is near to a name: its characters, in any order. */
    @Provide
    Arbitrary<String> nearlyNames() {
        return Arbitraries.strings()
                .withChars("青禾〇AzéЖ1２（）() ·&.-’、\u3000\u0301\u200B⾭\uD842\uDFB7")
                .ofMaxLength(12);
    }

    @Property
    void spacesNeverMakeAnotherHanName(@ForAll("han") List<String> characters) {
        EnterpriseName name = EnterpriseName.parse(String.join("", characters));

        assertThat(name.value()).isEqualTo(String.join("", characters));
        assertThat(EnterpriseName.parse(String.join(" \u3000", characters)))
                .isEqualTo(name)
                .hasSameHashCodeAs(name);
    }

    @Property
    void parenthesesAreTheSameInEitherWidth(@ForAll("han") List<String> characters) {
        String place = String.join("", characters);

        assertThat(EnterpriseName.parse("青禾 (" + place + ") 商店"))
                .isEqualTo(EnterpriseName.parse("青禾（" + place + "）商店"));
    }

    @Property
    void whatIsTakenIsCanonicalAndHidden(@ForAll("nearlyNames") String input) {
        try {
            EnterpriseName name = EnterpriseName.parse(input);

            assertThat(EnterpriseName.parse(name.value())).isEqualTo(name);
            assertThat(name.value().codePointCount(0, name.value().length())).isBetween(2, 100);
            assertThat(name.value())
                    .doesNotContain("  ", "(", ")", "２")
                    .isEqualTo(name.value().strip());
            assertThat(name.masked()).startsWith("*").isNotEqualTo(name.value());
            assertThat(name.toString()).doesNotContain(name.value());
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z_]+");
        }
    }

    @Property
    void whateverIsTypedIsTakenOrRefusedWithACode(@ForAll String anything) {
        try {
            assertThat(EnterpriseName.parse(anything).value()).isNotEmpty();
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z_]+");
        }
    }
}
