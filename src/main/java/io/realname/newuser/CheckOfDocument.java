package io.realname.newuser;

import io.realname.application.PolicyProperties;
import io.realname.identity.Person;
import io.realname.identity.VerificationMethod;
import org.springframework.stereotype.Component;

/** Decides who checks a document: the bank, if the bank-card check knows the type of document, else reviewers. */
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
