package io.realname.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.people.TestEnterprises;
import io.realname.people.TestPeople;
import java.util.List;
import java.util.UUID;

/**
 * An invented enterprise, and what it states.
 *
 * @param account the account that is to be verified as the enterprise's
 * @param legalPerson the person who represents it by law; another person may act for it
 */
public record Company(
        String account,
        String name,
        String licenceType,
        String licenceNumber,
        Applicant legalPerson,
        String corporateAccount,
        String contactMobile) {

    public static final String LICENCE = "licence";
    public static final String LEGAL_FRONT = "legalPersonFront";
    public static final String LEGAL_BACK = "legalPersonBack";
    public static final String ATTORNEY = "powerOfAttorney";

    /** The evidence that reviewers need if the legal person does not act in person. */
    public static final List<String> ALL =
            List.of(LICENCE, LEGAL_FRONT, LEGAL_BACK, ATTORNEY, Appellant.FRONT, Appellant.BACK);

    public static final String EMAIL = "accounts@example.com";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The n-th enterprise, for an account; its legal person is the n-th of the invented people. */
    public static Company of(String account, int n) {
        return new Company(
                account,
                TestEnterprises.name(n),
                "UNIFIED_SOCIAL_CREDIT_CODE",
                TestEnterprises.creditCode(n),
                Applicant.number(n),
                TestEnterprises.corporateAccount(n),
                TestPeople.mobile(n));
    }

    /** The two characters before the code's check character choose how the register in the sandbox answers. */
    public Company withCreditCode(String code) {
        return new Company(account, name, licenceType, code, legalPerson, corporateAccount, contactMobile);
    }

    public Company withLicence(String type, String number) {
        return new Company(account, name, type, number, legalPerson, corporateAccount, contactMobile);
    }

    /** The last four digits of the account choose how the payer in the sandbox answers. */
    public Company withCorporateAccount(String number) {
        return new Company(account, name, licenceType, licenceNumber, legalPerson, number, contactMobile);
    }

    public Company withLegalPerson(Applicant person) {
        return new Company(account, name, licenceType, licenceNumber, person, corporateAccount, contactMobile);
    }

    /** The contract's body, for an account whose person is known. */
    public ObjectNode application() {
        ObjectNode body = JSON.createObjectNode().put("account", account).put("type", "COMPANY");
        body.putObject("licence")
                .put("type", licenceType)
                .put("number", licenceNumber)
                .put("name", name);
        body.putObject("corporateAccount")
                .put("number", corporateAccount)
                .put("bank", "中国工商银行")
                .put("branch", "福州五四支行");
        body.set("legalPerson", person(legalPerson));
        return body.put("contactMobile", contactMobile)
                .put("contactEmail", EMAIL)
                .put("agreementAccepted", true);
    }

    /** As {@link #application}, for an account whose person is not known. */
    public ObjectNode actedForBy(Applicant person) {
        ObjectNode body = application();
        body.set("authorisedPerson", person(person));
        return body;
    }

    public ObjectNode following(UUID application) {
        return application().put("follows", application.toString());
    }

    private static ObjectNode person(Applicant applicant) {
        ObjectNode person = JSON.createObjectNode().put("realName", applicant.name());
        person.putObject("document").put("type", "RESIDENT_ID").put("number", applicant.residentId());
        return person;
    }

    @Override
    public String toString() {
        return "Company[" + account + "]";
    }
}
