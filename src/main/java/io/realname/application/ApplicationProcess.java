package io.realname.application;

import io.realname.refusal.RefusalException;
import java.util.UUID;

/**
 * Port to the process behind the applications. Each call runs up to the next wait in the caller's transaction.
 *
 * @see RefusalException thrown by all of them for what a client can act on
 */
public interface ApplicationProcess {

    /** An id for an application that is about to be started; what belongs to it may be stored under it before. */
    UUID newId();

    /**
     * Starts an application.
     *
     * @param application the contract's JSON, unread
     */
    void start(UUID id, ApplicationKind kind, String application);

    /** Goes on with evidence that was added; it is stored already. */
    void evidenceAdded(UUID application);

    /** Goes on with the code that the applicant typed; whether it was right is seen from the application. */
    void submitMobileCode(UUID application, String code);

    void requestMobileCode(UUID application);

    /** @param bankCard the contract's JSON, unread */
    void submitBankCard(UUID application, String bankCard);

    /** @param amount in yuan, as the applicant typed it */
    void submitAmount(UUID application, String amount);

    void withdraw(UUID application);
}
