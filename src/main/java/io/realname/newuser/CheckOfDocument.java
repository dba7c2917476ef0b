package io.realname.newuser;

import io.realname.application.PolicyProperties;
import io.realname.identity.Person;
import io.realname.identity.VerificationMethod;
import org.springframework.stereotype.Component;

/** By what a document is checked: by the bank that knows it, or by people. */
@Component
public class CheckOfDocument {

    private final PolicyProperties policy;

    CheckOfDocument(PolicyProperties policy) {
        this.policy = policy;
    }

    /** {@code BANK_CARD} or {@code DOCUMENT_REVIEW}. */
    public VerificationMethod methodFor(Person person) {
        return policy.bankCardDocuments().contains(person.document().type())
                ? VerificationMethod.BANK_CARD
                : VerificationMethod.DOCUMENT_REVIEW;
    }
}
