package io.realname;

import io.realname.process.deployment.RefusedDeploymentException;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what is wrong with the diagrams if the application therefore does not start. */
class RefusedDeploymentAnalyzer extends AbstractFailureAnalyzer<RefusedDeploymentException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedDeploymentException cause) {
        return new FailureAnalysis(
                cause.faults().stream()
                        .map(fault -> "  " + fault.file() + ": " + fault)
                        .collect(Collectors.joining("\n", "These diagrams and tables are not sound:\n\n", "\n")),
                "Correct them. `java -jar realname.jar check bpmn/` checks a folder of them.",
                cause);
    }
}
