package io.realname.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.validation.InvalidValueException;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EmailAddressProperties {

    private static final String IN_WORDS = "abzAZ019!#$%&'*+/=?^_`{|}~-";

    @Provide
    Arbitrary<String> localParts() {
        return Arbitraries.strings()
                .withChars(IN_WORDS)
                .ofMinLength(1)
                .ofMaxLength(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(words -> String.join(".", words));
    }

    @Provide
    Arbitrary<String> domains() {
        Arbitrary<String> label =
                Arbitraries.strings().withChars("abzABZ019例子ü").ofMinLength(1).ofMaxLength(10);
        return Combinators.combine(label.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of("com", "CN", "中国", "org"))
                .as((labels, top) -> String.join(".", labels) + "." + top);
    }

    /** What is near to an address: its characters, in any order, with those that do harm. */
    @Provide
    Arbitrary<String> nearlyAddresses() {
        return Arbitraries.strings()
                .withChars("lA1例.@-_+\"\\ \r\n<>,;:[]()\u0000\u200B")
                .ofMaxLength(10)
                .map(text -> text + "@example.com");
    }

    @Property
    void everyAddressOfWordsIsTakenAndCanonical(
            @ForAll("localParts") String localPart, @ForAll("domains") String domain) {
        EmailAddress address = EmailAddress.parse(localPart + "@" + domain);

        assertThat(address.value()).startsWith(localPart + "@").matches("\\p{ASCII}+");
        assertThat(EmailAddress.parse(address.value())).isEqualTo(address);
        assertThat(EmailAddress.parse(localPart + "@" + domain.toUpperCase(Locale.ROOT)))
                .isEqualTo(address);
        assertThat(address.toString()).doesNotContain(address.value());
    }

    @Property
    void nothingThatEndsALineOrAnAddressIsTaken(@ForAll("nearlyAddresses") String input) {
        try {
            assertThat(EmailAddress.parse(input).value())
                    .matches("[A-Za-z0-9+_.-]+@example\\.com")
                    .isEqualTo(input.strip());
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z_]+");
        }
    }

    @Property
    void whateverIsTypedIsTakenOrRefusedWithACode(@ForAll String anything) {
        try {
            assertThat(EmailAddress.parse(anything).value()).contains("@");
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z_]+");
        }
    }
}
