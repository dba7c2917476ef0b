package io.realname.protection;

/** How a stream differs from what the program wrote. */
public enum TrailFault {
    /** The entry is not the one that the program wrote. */
    ALTERED,
    /** There is no entry with this number, but one with a higher number. */
    MISSING,
    /** The program wrote the entry at another position of this stream. */
    REORDERED,
    /** The last entry is not the last one that the program wrote. */
    CUT_TAIL,
    /** The stream has no head or no entries. */
    STREAM_MISSING
}
