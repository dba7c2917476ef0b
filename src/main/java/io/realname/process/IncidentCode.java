package io.realname.process;

/**
 * Why a job stopped, as the incident's message begins with it. The runbook ({@code docs/runbook.md}) says for each code
 * what an operator does.
 */
public enum IncidentCode {
    /** A provider could not process the request in any of the tries that the diagram allows. */
    PROVIDER_UNAVAILABLE,
    /** A provider refuses us, not the applicant: an unpaid bill, wrong credentials, a service that is not activated. */
    PROVIDER_REFUSED,
    /** The answer to a payment was lost. Nobody knows whether the money was sent. */
    PAYMENT_ANSWER_LOST,
    /** Nobody in any group may decide the review: each is a party to it, or has voted already. */
    NOBODY_MAY_REVIEW,
    /** A step that needs people's approval was reached without it. */
    NOT_APPROVED
}
