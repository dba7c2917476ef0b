package io.realname.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;

/** What a user of the web apps works as, by the engine's groups. A user may have several roles. */
public enum WebAppRole {
    /** Operates the platform. Administrators of the engine do too. */
    OPERATOR(EngineGroups.OPERATORS, Groups.CAMUNDA_ADMIN),
    /** Changes the diagrams and tables. */
    ANALYST(EngineGroups.ANALYSTS);

    private final Set<String> groups;

    WebAppRole(String... groups) {
        this.groups = Set.of(groups);
    }

    Set<String> groups() {
        return groups;
    }
}
