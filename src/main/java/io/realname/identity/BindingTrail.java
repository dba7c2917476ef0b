package io.realname.identity;

import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.BlindIndex;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records bindings in the audit trail, in the stream of the application that made the binding. */
@Component
public class BindingTrail {

    private final AuditTrail trail;
    private final BlindIndex blindIndex;

    BindingTrail(AuditTrail trail, BlindIndex blindIndex) {
        this.trail = trail;
        this.blindIndex = blindIndex;
    }

    void bound(
            UUID binding,
            IdentityKey identity,
            String site,
            String account,
            VerificationMethod method,
            @Nullable UUID source,
            UUID application) {
        trail.append(
                application,
                AuditEvent.IDENTITY_BOUND,
                null,
                facts(binding, identity, site, account, method.name(), source));
    }

    /** @param by the application whose decision released the binding */
    void released(UUID binding, UUID application, UUID by) {
        trail.append(
                application,
                AuditEvent.IDENTITY_RELEASED,
                null,
                Map.of("binding", binding.toString(), "by", by.toString()));
    }

    /**
     * The facts that the trail stores of a new binding. The audit compares them with the binding's row, so it finds a
     * row that was changed.
     */
    public Map<String, String> facts(
            UUID binding, IdentityKey identity, String site, String account, String method, @Nullable UUID source) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("binding", binding.toString());
        facts.put("method", method);
        facts.put("holder", holder(identity, site, account).toString());
        if (source != null) {
            facts.put("source", source.toString());
        }
        return facts;
    }

    /** A keyed hash of identity, site and account: the trail does not show who holds the binding. */
    private UUID holder(IdentityKey identity, String site, String account) {
        String text = String.join("\0", HexFormat.of().formatHex(identity.bytes()), site, account);
        ByteBuffer hash = ByteBuffer.wrap(blindIndex.of("audit-holder", text));
        return new UUID(hash.getLong(), hash.getLong());
    }
}
