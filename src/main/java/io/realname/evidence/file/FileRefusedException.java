package io.realname.evidence.file;

/** One file is refused. Has no cause, because the message of a decoder may quote the file's content. */
public final class FileRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FileProblem problem;

    public FileRefusedException(FileProblem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    public FileProblem problem() {
        return problem;
    }
}
