package io.realname.dev;

import io.realname.diagram.model.Finding;
import io.realname.diagram.model.ModelFile;
import io.realname.process.deployment.DeploymentResult.Deployed;
import io.realname.process.deployment.Deployments;
import io.realname.process.deployment.RefusedDeploymentException;
import io.realname.process.deployment.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Deploys what an analyst saves in {@code bpmn/} while the run command runs. Looks twice a second; a file counts as saved when
 * two looks in a row have found the same. If a rule refuses it, the log says why, and the version before goes on.
 */
class SavedDiagrams {

    private static final Logger LOG = LoggerFactory.getLogger(SavedDiagrams.class);
    private static final String ANALYST = "analyst1";

    private final Path folder;
    private final Deployments deployments;
    private Map<String, ModelFile> known;
    private Map<String, ModelFile> last;

    SavedDiagrams(@Value("${realname.dev.diagrams:bpmn}") Path folder, Deployments deployments) throws IOException {
        this.folder = folder;
        this.deployments = deployments;
        this.known = files();
        this.last = known;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        Map<String, ModelFile> now;
        try {
            now = files();
        } catch (IOException | UncheckedIOException e) {
            // Somebody is just saving. The next look reads it.
            LOG.debug("can't read {}", folder, e);
            return;
        }
        boolean settled = changed(last, now).isEmpty();
        last = now;
        List<ModelFile> saved = changed(known, now);
        if (settled && !saved.isEmpty()) {
            known = now;
            deploy(saved);
        }
    }

    private void deploy(List<ModelFile> saved) {
        String names = saved.stream().map(ModelFile::name).collect(Collectors.joining(", "));
        try {
            if (deployments.deploy(ANALYST, new Submission("saved in " + folder, "run command", saved))
                    instanceof Deployed deployed) {
                LOG.info("{}: checked and in force, for applications that start from now on", names);
                LOG.debug("deployed as {}", deployed.deployment().getId());
            } else {
                LOG.info("{}: as in force already", names);
            }
        } catch (RefusedDeploymentException e) {
            LOG.warn(
                    "{}: refused, the version before goes on.\n{}",
                    names,
                    e.faults().stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
    }

    /** Diagrams and tables. A form comes with a new version of the application. */
    private Map<String, ModelFile> files() throws IOException {
        Map<String, ModelFile> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, 2)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                String name = "bpmn/" + folder.relativize(path).toString().replace('\\', '/');
                ModelFile file = new ModelFile(name, Files.readAllBytes(path));
                if (file.isDiagram() || file.isTable()) {
                    files.put(name, file);
                }
            }
        }
        return files;
    }

    private static List<ModelFile> changed(Map<String, ModelFile> before, Map<String, ModelFile> now) {
        return now.values().stream()
                .filter(file -> !file.isSame(before.get(file.name())))
                .toList();
    }
}
