package io.realname.process.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.jspecify.annotations.Nullable;

/**
 * A refused deployment as a problem detail (RFC 9457) that is also the engine's own answer to diagrams that it cannot
 * parse. Camunda Modeler shows {@code message}, and other tools of the engine read {@code details}.
 *
 * @param type as the engine names it; a relative reference, as RFC 9457 allows
 * @param message all findings, one on each line
 * @param details the findings by file, in the engine's form
 * @param errors the findings, as our other answers list what is wrong
 */
public record DeploymentProblem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String message,
        Map<String, OfFile> details,
        List<Error> errors) {

    private static final int BAD_REQUEST = 400;

    public DeploymentProblem {
        details = Map.copyOf(details);
        errors = List.copyOf(errors);
    }

    public static DeploymentProblem of(ParseException refused) {
        List<ResourceReport> reports = refused.getResorceReports();
        List<Error> errors = reports.stream()
                .flatMap(report -> report.getErrors().stream()
                        .map(problem -> new Error(
                                pointer(report.getResourceName(), problem), "DIAGRAM_REFUSED", problem.getMessage())))
                .toList();
        return new DeploymentProblem(
                "ParseException",
                "Bad Request",
                BAD_REQUEST,
                "DEPLOYMENT_REFUSED",
                "Nothing was deployed, because of " + (errors.size() == 1 ? "1 fault." : errors.size() + " faults."),
                String.valueOf(refused.getMessage()),
                reports.stream()
                        .collect(Collectors.toMap(ResourceReport::getResourceName, OfFile::of, (one, other) -> other)),
                errors);
    }

    private static String pointer(String file, Problem problem) {
        String element = problem.getMainElementId();
        return element == null ? file : file + "#" + element;
    }

    /** @param pointer the file and, behind {@code #}, the id of the element */
    public record Error(String pointer, String code, String detail) {}

    /** What is wrong with one file, as the engine states it. */
    public record OfFile(List<InFile> errors, List<InFile> warnings) {

        public OfFile {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }

        static OfFile of(ResourceReport report) {
            return new OfFile(
                    report.getErrors().stream().map(InFile::of).toList(),
                    report.getWarnings().stream().map(InFile::of).toList());
        }
    }

    /** A problem as the engine states it. */
    public record InFile(
            String message, int line, int column, @Nullable String mainElementId, List<String> elementIds) {

        public InFile {
            elementIds = List.copyOf(elementIds);
        }

        static InFile of(Problem problem) {
            return new InFile(
                    problem.getMessage(),
                    problem.getLine(),
                    problem.getColumn(),
                    problem.getMainElementId(),
                    problem.getElementIds());
        }
    }
}
