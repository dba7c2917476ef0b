package io.realname.desk;

/** How what a reviewer reads off a document stands to what was stated. */
public enum Reading {
    SAME,
    DIFFERS,
    /** Most often a slip of eye or finger: a digit too few, a check digit that does not fit. */
    NOT_A_NUMBER_OF_THIS_TYPE
}
