package io.realname.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.people.TestPeople;
import java.util.List;

/**
 * A person whose identity is bound to an account that they do not use, and who wants to bind it to another account.
 *
 * @param person the appellant; an account at the mall holds the identity
 * @param account the account that is to be verified
 * @param number another index of the same range, for the holder's mobile number
 */
public record Appellant(Applicant person, String account, int number) {

    public static final String FRONT = "documentFront";
    public static final String BACK = "documentBack";
    public static final String HOLDING = "holdingDocument";
    public static final String CERTIFICATE = "ownershipCertificate";
    public static final String STATEMENT = "I have never been a customer of yours.";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Verifies the account that holds the identity, and makes the appellant's account known at the site. */
    public static Appellant of(Walk walk, People people, String site) {
        Applicant person = people.next();
        walk.verified(walk.typed(), person);
        Appellant appellant = new Appellant(person, person.account() + "_own", people.number());
        walk.account(appellant.account, site, null);
        return appellant;
    }

    public String holder() {
        return person.account();
    }

    /** The number for the holder's account. It proves at once who owns the account, because it is the first one. */
    public String holderMobile() {
        return TestPeople.mobile(number);
    }

    public ObjectNode neverVerified() {
        return appeal("NEVER_VERIFIED");
    }

    public ObjectNode notMyOperation() {
        return appeal("NOT_MY_OPERATION");
    }

    private ObjectNode appeal(String reason) {
        ObjectNode appeal = JSON.createObjectNode().put("account", account).put("reason", reason);
        appeal.put("realName", person.name());
        appeal.putObject("document").put("type", "RESIDENT_ID").put("number", person.residentId());
        return appeal.put("contactMobile", person.mobile())
                .put("statement", STATEMENT)
                .put("verifyAccount", true);
    }

    /** The form with a picture of each of these kinds. */
    public Multipart form(ObjectNode appeal, List<String> kinds) {
        return pictures(Multipart.empty().json("appeal", appeal.toString()), kinds);
    }

    public static Multipart pictures(Multipart form, List<String> kinds) {
        Multipart with = form;
        for (String kind : kinds) {
            with = with.file(kind, Photo.jpeg(kind.length()));
        }
        return with;
    }

    @Override
    public String toString() {
        return "Appellant[" + account + "]";
    }
}
