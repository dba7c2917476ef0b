package io.realname.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.bankcard.CardType;
import io.realname.bankcard.Issuer;
import io.realname.bankcard.IssuerDirectory;
import io.realname.bankcard.Pan;
import io.realname.identity.AgePolicy;
import io.realname.identity.DocumentType;
import io.realname.identity.IdentityDocument;
import io.realname.identity.PersonName;
import io.realname.mobile.MobileNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What other tests may rely on. */
class TestPeopleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int SOME = 5_000;

    @Test
    void everyIndexIsAnotherPerson() {
        assertThat(different(TestPeople::residentId)).isEqualTo(SOME);
        assertThat(different(TestPeople::pan)).isEqualTo(SOME);
        assertThat(different(TestPeople::mobile)).isEqualTo(SOME);
        assertThat(different(TestPeople::passport)).isEqualTo(SOME);
        assertThat(different(TestPeople::hkMacauPermit)).isEqualTo(SOME);
    }

    @Test
    void theLastIndexIsAsGoodAsTheFirst() {
        for (int n : new int[] {0, TestPeople.LAST}) {
            assertThat(PersonName.parse(TestPeople.name(n)).value()).isEqualTo(TestPeople.name(n));
            assertThat(Pan.parse(TestPeople.pan(n)).digits()).hasSize(19);
            assertThat(MobileNumber.parse(TestPeople.mobile(n)).e164()).endsWith(TestPeople.mobile(n));
            assertThat(residentId(n).number()).isEqualTo(TestPeople.residentId(n));
        }
    }

    @Test
    void everyoneIsOfAge() {
        var policy = new AgePolicy(18);
        IntStream.range(0, SOME).forEach(n -> policy.check(residentId(n * 1_999), TODAY));
    }

    @Test
    void cardsAreOfTheKindTheirNameSays() {
        var directory = new IssuerDirectory(List.of(), List.of());
        IntStream.of(0, 1, 77, SOME, TestPeople.LAST).forEach(n -> {
            assertThat(directory.issuerOf(Pan.parse(TestPeople.pan(n))))
                    .hasValueSatisfying(
                            issuer -> assertThat(issuer.bank().code()).isEqualTo("ICBC"))
                    .map(Issuer::type)
                    .contains(CardType.DEBIT);
            assertThat(type(directory, TestPeople.creditPan(n))).isEqualTo(CardType.CREDIT);
            assertThat(type(directory, TestPeople.semiCreditPan(n))).isEqualTo(CardType.SEMI_CREDIT);
            assertThat(type(directory, TestPeople.prepaidPan(n))).isEqualTo(CardType.PREPAID);
            assertThat(directory.issuerOf(Pan.parse(TestPeople.unknownBankPan(n))))
                    .isEmpty();
        });
    }

    @Test
    void mobileNumbersLeaveTheSandboxsEndingsToThoseWhoAskForThem() {
        assertThat(IntStream.range(0, SOME * 10).mapToObj(TestPeople::mobile))
                .noneMatch(mobile -> mobile.matches(".*000[1-6]"));
        assertThat(MobileNumber.parse(TestPeople.mobileEnding("0003", 9_999)).e164())
                .endsWith("0003");
    }

    private static CardType type(IssuerDirectory directory, String pan) {
        return directory.issuerOf(Pan.parse(pan)).orElseThrow().type();
    }

    private static IdentityDocument residentId(int n) {
        return IdentityDocument.parse(DocumentType.RESIDENT_ID, TestPeople.residentId(n), null, TODAY);
    }

    private static long different(IntFunction<String> of) {
        return IntStream.range(0, SOME).mapToObj(of).distinct().count();
    }
}
