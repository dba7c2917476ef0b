package io.realname.application;

import java.util.UUID;

/**
 * Port to the process behind the applications. Each call runs up to the next wait in the caller's transaction.
 *
 * @see RefusalException thrown by all of them for what a client can act on
 */
public interface ApplicationProcess {

    /**
     * Starts an application.
     *
     * @param application the contract's JSON, unread
     * @return its id
     */
    UUID start(ApplicationKind kind, String application);

    /** Goes on with the code that the applicant typed; whether it was right is seen from the application. */
    void submitMobileCode(UUID application, String code);

    void requestMobileCode(UUID application);

    /** @param bankCard the contract's JSON, unread */
    void submitBankCard(UUID application, String bankCard);

    void withdraw(UUID application);
}
