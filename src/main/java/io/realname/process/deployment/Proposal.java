package io.realname.process.deployment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A change that waits for a second person.
 *
 * @param by the login of the analyst
 * @param replaces the engine's id of the deployment that was in force when it was sent
 * @param changed the names of the files that it changes
 */
public record Proposal(UUID id, Instant at, String by, String name, String replaces, List<String> changed) {

    public Proposal {
        changed = List.copyOf(changed);
    }

    /** Whether the person is the one who proposed it. A directory may take a login in capitals too. */
    public boolean isBy(String person) {
        return by.equalsIgnoreCase(person);
    }
}
