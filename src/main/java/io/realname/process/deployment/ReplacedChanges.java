package io.realname.process.deployment;

import io.realname.diagram.model.ModelFile;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says in the log that a new version of the application replaces what analysts have deployed, if its own files do not
 * contain that.
 */
@Component
class ReplacedChanges {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacedChanges.class);

    private final FilesInForce inForce;

    ReplacedChanges(FilesInForce inForce) {
        this.inForce = inForce;
    }

    /**
     * @param name of the application's own deployments
     * @param files those that it deploys now
     */
    void tell(String name, List<ModelFile> files, CommandContext context) {
        inForce.find(context).filter(now -> !now.name().equals(name)).ifPresent(now -> {
            List<String> lost = now.changed(files).stream().map(ModelFile::name).toList();
            if (!lost.isEmpty()) {
                LOG.warn(
                        "This version of the application replaces the deployment {} of an analyst, with other content of {}."
                                + " Whoever wants that back deploys it again, and adds it to the project.",
                        now.deployment(),
                        lost);
            }
        });
    }
}
