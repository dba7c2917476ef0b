package io.realname.licence;

import java.util.Set;

/**
 * What the register says about a licence.
 *
 * @param differing the fields that differ from what the applicant stated; empty unless the result is
 *     {@link LicenceResult#INCONSISTENT}
 */
public record LicenceFinding(LicenceResult result, Set<LicenceField> differing) {

    public LicenceFinding {
        differing = Set.copyOf(differing);
    }
}
