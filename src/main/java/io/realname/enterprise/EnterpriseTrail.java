package io.realname.enterprise;

import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.BlindIndex;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the trail tells of verified enterprises, in the stream of the application by which they are. */
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

    /** All that is told of a verified enterprise, so that a row that says something else is found. */
    public Map<String, String> facts(byte[] licenceKey, String licenceType, String site, String account) {
        String text = String.join("\0", HexFormat.of().formatHex(licenceKey), licenceType, site, account);
        ByteBuffer hash = ByteBuffer.wrap(blindIndex.of("audit-enterprise", text));
        return Map.of("holder", new UUID(hash.getLong(), hash.getLong()).toString());
    }
}
