package io.realname.enterprise;

import io.realname.identity.Person;
import io.realname.licence.EnterpriseName;
import io.realname.licence.Licence;
import io.realname.licence.LicenceQuestion;
import io.realname.payment.CorporateAccount;
import io.realname.payment.PaymentOrder;

/**
 * What an enterprise states of itself, for the time of its application.
 *
 * @param name as on the licence
 * @param legalPerson who represents it by law
 * @param account where the small payment goes
 * @param contactEmail where the platform's people reach it
 */
public record EnterpriseDetails(
        Licence licence, EnterpriseName name, Person legalPerson, CorporateAccount account, EmailAddress contactEmail) {

    /** Whether somebody who acts for the enterprise represents it by law, and so needs no power of attorney. */
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
