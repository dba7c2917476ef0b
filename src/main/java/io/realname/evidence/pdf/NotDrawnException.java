package io.realname.evidence.pdf;

import io.realname.evidence.file.FileProblem;
import java.io.IOException;

/** The PDF holds something that a viewer shows and this app cannot draw. */
final class NotDrawnException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FileProblem problem;

    NotDrawnException(FileProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    FileProblem problem() {
        return problem;
    }
}
