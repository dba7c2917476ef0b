package io.realname.process.deployment;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** What became of files that an analyst has sent, if they were not refused. */
public sealed interface DeploymentResult {

    /**
     * They are in force: the next application starts with them.
     *
     * @param changed the names of the files that differ from those before
     */
    record Deployed(DeploymentWithDefinitions deployment, List<String> changed) implements DeploymentResult {

        public Deployed {
            changed = List.copyOf(changed);
        }
    }

    /**
     * All files are those in force already, so there is no new version.
     *
     * @param deployment the engine's id of the deployment that is in force
     */
    record Unchanged(String deployment, String name) implements DeploymentResult {}

    /** They are stored, and wait for a second person. */
    record Proposed(UUID proposal, String name, List<String> changed) implements DeploymentResult {

        public Proposed {
            changed = List.copyOf(changed);
        }
    }
}
