package io.realname.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.app.Applicant;
import io.realname.appeal.AppealReason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's body of an appeal.
 *
 * @param follows the application that says who the applicant is; if absent, the form says it
 * @param document if it is not the resident ID
 */
public record AppealForm(
        Applicant applicant,
        AppealReason reason,
        boolean verifyAccount,
        @Nullable UUID follows,
        @Nullable ObjectNode document) {

    /** Stands in every form, and nowhere in the engine. */
    public static final String STATEMENT = "我从未在贵平台认证过任何账号";

    private static final ObjectMapper JSON = new ObjectMapper();

    public static AppealForm of(Applicant applicant, AppealReason reason) {
        return new AppealForm(applicant, reason, false, null, null);
    }

    public AppealForm verifyingTheAccount() {
        return new AppealForm(applicant, reason, true, follows, document);
    }

    public AppealForm following(UUID application) {
        return new AppealForm(applicant, reason, verifyAccount, application, document);
    }

    public AppealForm stating(ObjectNode other) {
        return new AppealForm(applicant, reason, verifyAccount, follows, other);
    }

    private ObjectNode residentId() {
        return JSON.createObjectNode().put("type", "RESIDENT_ID").put("number", applicant.residentId());
    }

    String json() {
        ObjectNode body = JSON.createObjectNode()
                .put("account", applicant.account())
                .put("reason", reason.name())
                .put("contactMobile", applicant.mobile())
                .put("statement", STATEMENT)
                .put("verifyAccount", verifyAccount);
        if (follows != null) {
            body.put("follows", follows.toString());
        } else {
            body.put("realName", applicant.name());
            body.set("document", document != null ? document : residentId());
        }
        return body.toString();
    }
}
