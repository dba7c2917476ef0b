package io.realname.process.deployment;

import io.realname.diagram.DiagramRules;
import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.ModelFile;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds files that are to be deployed together to the rules of diagrams and tables. */
@Component
class ModelChecks {

    private static final Logger LOG = LoggerFactory.getLogger(ModelChecks.class);

    private final FilesInForce inForce;
    private final DiagramRules rules;

    ModelChecks(FilesInForce inForce, Catalogue catalogue) {
        this.inForce = inForce;
        this.rules = new DiagramRules(catalogue);
    }

    /** The faults for which the files must not be deployed. Hints go to the log: nobody asks for an answer at saving. */
    List<Finding> faults(Collection<ModelFile> files, CommandContext context) {
        long start = System.nanoTime();
        List<Finding> findings = rules.ofDeployment(files, released(context));
        List<Finding> faults = findings.stream().filter(Finding::isFault).toList();
        findings.stream().filter(finding -> !finding.isFault()).forEach(hint -> LOG.info("Hint: {}", hint));
        LOG.info(
                "checked {} files of a deployment in {} ms: {} faults",
                files.size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                faults.size());
        return faults;
    }

    /**
     * The diagrams that are in use. None for the application's own deployment: a new version of the application must
     * start, and its tests know which ids it has changed on purpose.
     */
    private List<ModelFile> released(CommandContext context) {
        if (context.getAuthenticatedUserId() == null) {
            return List.of();
        }
        return inForce.find(context).stream()
                .flatMap(now -> now.files().values().stream())
                .filter(ModelFile::isDiagram)
                .toList();
    }
}
