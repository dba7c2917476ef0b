package io.realname.application;

import io.realname.refusal.RefusalException;
import java.util.UUID;

/**
 * Port to the process engine. Each call runs the process instance up to its next wait state, in the caller's
 * transaction. Each method throws a {@link RefusalException} if it cannot accept the client's request.
 */
public interface ApplicationProcess {

    /**
     * Returns a new id for an application. The caller may store data under this id before it starts the application.
     */
    UUID newId();

    /**
     * Starts an application.
     *
     * @param application the body of the client's request, as JSON; not parsed yet
     */
    void start(UUID id, ApplicationKind kind, String application);

    /** Continues the instance after evidence was added. The caller has stored the evidence already. */
    void evidenceAdded(UUID application);

    /**
     * Submits the code that the applicant typed. The state of the application tells whether the code was right, see
     * {@link SubmittedCode}.
     */
    void submitMobileCode(UUID application, String code);

    void requestMobileCode(UUID application);

    /** @param bankCard the body of the client's request, as JSON; not parsed yet */
    void submitBankCard(UUID application, String bankCard);

    /** @param amount in yuan, as the applicant typed it */
    void submitAmount(UUID application, String amount);

    void withdraw(UUID application);
}
