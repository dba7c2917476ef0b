package io.realname.desk;

/** A person of an application whose document reviewers look at. */
public enum ReviewedPerson {
    /** The applicant; of an enterprise, the person who acts for it. */
    APPLICANT,
    /** The legal person of an enterprise, if somebody else acts for it. */
    LEGAL_PERSON
}
