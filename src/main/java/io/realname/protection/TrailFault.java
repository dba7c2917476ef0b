package io.realname.protection;

/** How a stream differs from what was written. */
public enum TrailFault {
    /** The entry is not the one that was written here. */
    ALTERED,
    /** There is no entry of this number, but a later one. */
    MISSING,
    /** The entry was written at another place of this stream. */
    REORDERED,
    /** The last entry is not the last one that was written. */
    CUT_TAIL,
    /** There is no stream, or none whose length anybody vouches for. */
    STREAM_MISSING
}
