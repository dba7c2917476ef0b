package io.realname.enterprise;

import io.realname.identity.Person;
import io.realname.licence.EnterpriseName;
import io.realname.licence.Licence;
import io.realname.licence.LicenceQuestion;
import io.realname.payment.CorporateAccount;
import io.realname.payment.PaymentOrder;

/**
 * What an enterprise states about itself; kept until its application ends.
 *
 * @param name as on the licence
 * @param legalPerson the person who represents the enterprise by law
 * @param account the corporate account that gets the small payment
 * @param contactEmail the address at which the platform's staff can reach the enterprise
 */
public record EnterpriseDetails(
        Licence licence, EnterpriseName name, Person legalPerson, CorporateAccount account, EmailAddress contactEmail) {

    /** Whether the acting person is the legal person, and so needs no power of attorney. */
    public boolean isLegalPerson(Person acting) {
        return legalPerson.document().equals(acting.document());
    }

    public PaymentOrder paymentOrder() {
        return new PaymentOrder(name, account);
    }

    public LicenceQuestion licenceQuestion() {
        return new LicenceQuestion(
                licence.number(),
                name.value(),
                legalPerson.name().value(),
                legalPerson.document().number());
    }

    @Override
    public String toString() {
        return "EnterpriseDetails[sealed]";
    }
}
