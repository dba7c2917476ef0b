package io.realname.appeal;

/**
 * The facts that decide which reviewers get an appeal.
 *
 * @param site the site of the applicant's account
 * @param bindingDays how long the identity has been bound to the oldest of the accounts concerned, in days
 * @param formerAppeals the number of decided appeals about the same identity
 * @param objected whether a holder has objected
 * @param passportUnderTwoCountries whether the same passport number is bound, or used in an open application, under
 *     another country
 */
public record AppealFacts(
        AppealReason reason,
        String site,
        int bindingDays,
        int formerAppeals,
        boolean objected,
        boolean passportUnderTwoCountries) {}
