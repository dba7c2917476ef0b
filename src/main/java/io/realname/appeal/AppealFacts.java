package io.realname.appeal;

/**
 * What the routing of an appeal depends on.
 *
 * @param site the applicant's
 * @param bindingDays how long the identity has been bound to the oldest of the accounts concerned, in days
 * @param formerAppeals decided ones about the same identity
 * @param objected whether a holder has objected
 * @param passportUnderTwoCountries whether the same passport number is bound or applied with under another country
 */
public record AppealFacts(
        AppealReason reason,
        String site,
        int bindingDays,
        int formerAppeals,
        boolean objected,
        boolean passportUnderTwoCountries) {}
