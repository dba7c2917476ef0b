package io.realname.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.people.TestPeople;
import io.realname.validation.InvalidValueException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MobileNumberProperties {

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of("", "+86", "+86 ", "0086", "0086-", "86", "86 ", "＋８６　");
    }

    @Property
    void countryCodeAndSpacesMakeNoOtherNumber(
            @ForAll @IntRange(max = TestPeople.LAST) int n, @ForAll("prefixes") String prefix) {
        String mobile = TestPeople.mobile(n);
        String typed = prefix + mobile.substring(0, 3) + " " + mobile.substring(3, 7) + "-" + mobile.substring(7);

        assertThat(MobileNumber.parse(typed))
                .isEqualTo(MobileNumber.parse(mobile))
                .hasSameHashCodeAs(MobileNumber.parse(mobile));
        assertThat(MobileNumber.parse(MobileNumber.parse(typed).e164())).isEqualTo(MobileNumber.parse(mobile));
    }

    @Property
    void whateverIsTypedIsTakenOrRefusedWithACode(@ForAll String anything) {
        try {
            assertThat(MobileNumber.parse(anything).e164()).matches("\\+861[3-9][0-9]{9}");
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z_]+");
        }
    }
}
