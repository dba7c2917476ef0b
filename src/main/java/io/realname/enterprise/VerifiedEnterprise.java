package io.realname.enterprise;

import io.realname.licence.EnterpriseName;
import io.realname.licence.Licence;
import java.time.Instant;
import java.util.UUID;

/**
 * An account that is verified as an enterprise's.
 *
 * @param application the application that verified it
 */
public record VerifiedEnterprise(
        String account, String site, Licence licence, EnterpriseName name, UUID application, Instant verifiedAt) {

    @Override
    public String toString() {
        return "VerifiedEnterprise[sealed]";
    }
}
