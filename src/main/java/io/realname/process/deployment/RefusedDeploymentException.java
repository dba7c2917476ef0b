package io.realname.process.deployment;

import io.realname.diagram.model.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.jspecify.annotations.Nullable;

/**
 * Diagrams or tables break a rule, so they are not deployed. The engine's REST API answers it with 400 and all findings,
 * by file; Camunda Modeler shows them.
 */
public final class RefusedDeploymentException extends ParseException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> faults;

    RefusedDeploymentException(List<Finding> faults) {
        super(message(faults), faults.get(0).file(), List.of(), List.of());
        this.faults = List.copyOf(faults);
        Map<String, List<Problem>> byFile = faults.stream()
                .collect(Collectors.groupingBy(
                        Finding::file,
                        LinkedHashMap::new,
                        Collectors.mapping(fault -> (Problem) new Fault(fault), Collectors.toList())));
        List<ResourceReport> reports = byFile.entrySet().stream()
                .<ResourceReport>map(file -> new ResourceReportImpl(file.getKey(), file.getValue(), List.of()))
                .toList();
        resorceReports.clear();
        resorceReports.addAll(reports);
    }

    /** A refusal for reasons that no rule of the diagrams states. */
    public static RefusedDeploymentException of(List<Finding> faults) {
        return new RefusedDeploymentException(faults);
    }

    /** What is wrong, in the order of the files. */
    public List<Finding> faults() {
        return faults;
    }

    private static String message(List<Finding> faults) {
        return faults.stream()
                .map(fault -> fault.file() + ": " + fault)
                .collect(Collectors.joining("\n", "The deployment is refused:\n", "\n"));
    }

    /** A fault as the engine reports it. The place in the file is not known. */
    private record Fault(Finding finding) implements Problem {

        @Override
        public String getMessage() {
            return finding.toString();
        }

        @Override
        public int getLine() {
            return 0;
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public @Nullable String getMainElementId() {
            return finding.id();
        }

        @Override
        public List<String> getElementIds() {
            String id = finding.id();
            return id == null ? List.of() : List.of(id);
        }
    }
}
