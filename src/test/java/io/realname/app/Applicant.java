package io.realname.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.people.TestPeople;

/**
 * An invented applicant with an account of their own.
 *
 * @param account unique to the test
 */
public record Applicant(String account, String name, String residentId, String pan, String mobile) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The n-th of the invented people, with the n-th card and number. */
    public static Applicant number(int n) {
        return new Applicant(
                "user_" + n, TestPeople.name(n), TestPeople.residentId(n), TestPeople.pan(n), TestPeople.mobile(n));
    }

    /** The same person with a number that the sandbox treats specially. */
    public Applicant withMobileEnding(String last4, int n) {
        return new Applicant(account, name, residentId, pan, TestPeople.mobileEnding(last4, n));
    }

    public Applicant withAccount(String other) {
        return new Applicant(other, name, residentId, pan, mobile);
    }

    public Applicant withPan(String other) {
        return new Applicant(account, name, residentId, other, mobile);
    }

    public Applicant withMobile(String other) {
        return new Applicant(account, name, residentId, pan, other);
    }

    /** The contract's body of {@code POST /api/v1/verifications}. */
    public ObjectNode application() {
        ObjectNode body = JSON.createObjectNode();
        body.put("account", account).put("realName", name);
        body.putObject("document").put("type", "RESIDENT_ID").put("number", residentId);
        body.set("bankCard", bankCard());
        return body.put("agreementAccepted", true);
    }

    /** As {@link #application}, with the n-th invented passport number in place of the resident ID. */
    public ObjectNode applicationWithPassport(int n, String issuingCountry) {
        ObjectNode body = application();
        body.withObject("/document")
                .put("type", "PASSPORT")
                .put("number", TestPeople.passport(n))
                .put("issuingCountry", issuingCountry);
        return body;
    }

    /** The contract's {@code bankCard}. */
    public ObjectNode bankCard() {
        return JSON.createObjectNode().put("number", pan).put("mobile", mobile);
    }

    @Override
    public String toString() {
        return "Applicant[" + account + "]";
    }
}
