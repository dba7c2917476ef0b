package io.realname.protection;

import java.util.Optional;

/** Something that is stored under both keys: tells whether they fit a database that was written before {@link KeyCheck}. */
public interface StoredSample {

    /** Any one; empty if none is stored yet. */
    Optional<Sample> any();

    /**
     * @param sealed the value as it is sealed
     * @param place the place for which it was sealed
     * @param domain the domain of its blind index
     * @param index its blind index
     */
    record Sample(byte[] sealed, String place, String domain, byte[] index) {}
}
