package io.realname.desk;

/** The result of comparing the number that a reviewer reads with the stated number. */
public enum Reading {
    SAME,
    DIFFERS,
    /** Usually a reading or typing error: a digit is missing, or the check digit is wrong. */
    NOT_A_NUMBER_OF_THIS_TYPE
}
