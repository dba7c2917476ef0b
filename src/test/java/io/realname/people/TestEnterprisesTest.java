package io.realname.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.licence.EnterpriseName;
import io.realname.licence.Licence;
import io.realname.licence.LicenceType;
import io.realname.payment.CorporateAccount;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What other tests may rely on. */
class TestEnterprisesTest {

    private static final int SOME = 5_000;

    @Test
    void everyIndexIsAnotherEnterprise() {
        assertThat(different(TestEnterprises::name)).isEqualTo(SOME);
        assertThat(different(TestEnterprises::creditCode)).isEqualTo(SOME);
        assertThat(different(TestEnterprises::registrationNumber)).isEqualTo(SOME);
        assertThat(different(TestEnterprises::corporateAccount)).isEqualTo(SOME);
    }

    @Test
    void everyOneIsTakenAsItIs() {
        IntStream.concat(IntStream.range(0, SOME), IntStream.of(TestPeople.LAST))
                .forEach(TestEnterprisesTest::isTaken);
    }

    private static void isTaken(int n) {
        assertThat(EnterpriseName.parse(TestEnterprises.name(n)).value()).isEqualTo(TestEnterprises.name(n));
        assertThat(Licence.parse(LicenceType.UNIFIED_SOCIAL_CREDIT_CODE, TestEnterprises.creditCode(n))
                        .number())
                .isEqualTo(TestEnterprises.creditCode(n));
        assertThat(Licence.parse(LicenceType.GENERAL, TestEnterprises.registrationNumber(n))
                        .number())
                .isEqualTo(TestEnterprises.registrationNumber(n));
        assertThat(CorporateAccount.number(TestEnterprises.corporateAccount(n)))
                .isEqualTo(TestEnterprises.corporateAccount(n));
    }

    @Test
    void endingsStandWhereTheSandboxLooksForThem() {
        String creditCode = TestEnterprises.creditCode(7, "03");

        assertThat(Licence.parse(LicenceType.THREE_IN_ONE, creditCode).hasCreditCode())
                .isTrue();
        assertThat(creditCode.substring(15, 17)).isEqualTo("03");
        assertThat(TestEnterprises.corporateAccount(7, "0003")).endsWith("0003");
    }

    private static long different(IntFunction<String> of) {
        return IntStream.range(0, SOME).mapToObj(of).distinct().count();
    }
}
