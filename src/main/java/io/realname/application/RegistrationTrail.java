package io.realname.application;

import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the trail that an application was registered, and links it with the one that it follows. */
@Component
class RegistrationTrail {

    private final AuditTrail trail;

    RegistrationTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void tell(UUID id, ApplicationKind kind, String client, String site, @Nullable UUID follows) {
        String actor = TrailWords.actor(client);
        trail.append(id, AuditEvent.APPLICATION_REGISTERED, actor, TrailWords.registered(kind.name(), site, follows));
        if (follows != null) {
            trail.append(follows, AuditEvent.FOLLOWED, actor, TrailWords.followed(id));
        }
    }
}
