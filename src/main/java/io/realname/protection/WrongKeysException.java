package io.realname.protection;

/** A keyset is not the one with which the database was written. */
public final class WrongKeysException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param setting the setting of the keyset; its value is never told */
    WrongKeysException(String setting) {
        super(setting + " is not the keyset with which this database was written");
    }
}
