package io.realname.licence;

import java.util.Set;

/**
 * What the register says.
 *
 * @param differing what is not as stated; empty unless the result is {@link LicenceResult#INCONSISTENT}
 */
public record LicenceFinding(LicenceResult result, Set<LicenceField> differing) {

    public LicenceFinding {
        differing = Set.copyOf(differing);
    }
}
