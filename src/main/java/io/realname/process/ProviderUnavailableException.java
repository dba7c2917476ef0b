package io.realname.process;

/**
 * A provider could not process the request this time. The job is retried in the cycle that the diagram states; after
 * the last try it becomes an incident.
 */
public final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason in the provider's or the network's terms; nothing personal */
    public ProviderUnavailableException(String reason) {
        super(IncidentCode.PROVIDER_UNAVAILABLE + ": " + reason);
    }
}
