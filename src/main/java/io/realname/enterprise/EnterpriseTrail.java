package io.realname.enterprise;

import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.BlindIndex;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The audit trail's entries about verified enterprises. They are in the stream of the application that verified the
 * enterprise.
 */
@Component
public class EnterpriseTrail {

    private final AuditTrail trail;
    private final BlindIndex blindIndex;

    EnterpriseTrail(AuditTrail trail, BlindIndex blindIndex) {
        this.trail = trail;
        this.blindIndex = blindIndex;
    }

    void verified(byte[] licenceKey, String licenceType, String site, String account, UUID application) {
        trail.append(application, AuditEvent.ENTERPRISE_VERIFIED, null, facts(licenceKey, licenceType, site, account));
    }

    /** A keyed hash over the columns of the row. The audit computes it again, and so finds a row that was changed. */
    public Map<String, String> facts(byte[] licenceKey, String licenceType, String site, String account) {
        String text = String.join("\0", HexFormat.of().formatHex(licenceKey), licenceType, site, account);
        ByteBuffer hash = ByteBuffer.wrap(blindIndex.of("audit-enterprise", text));
        return Map.of("holder", new UUID(hash.getLong(), hash.getLong()).toString());
    }
}
