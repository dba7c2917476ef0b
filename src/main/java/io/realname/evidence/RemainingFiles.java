package io.realname.evidence;

import io.realname.evidence.file.EvidenceLimits;
import io.realname.evidence.file.FileProblem;
import java.util.Optional;

/**
 * How many files an application may still get. A file that supersedes an older one needs no new place. So such files
 * count only for the limit over the application's life, {@link EvidenceLimits#FILES_EVER}.
 */
final class RemainingFiles {

    private int ever;
    private int others;

    /**
     * @param ever number of files that the application has had
     * @param others number of those that are of kind {@link EvidenceKind#OTHER}; they are never superseded
     */
    RemainingFiles(int ever, int others) {
        this.ever = ever;
        this.others = others;
    }

    /** Counts a file of this kind. Returns the problem, and counts nothing, if a limit is reached. */
    Optional<FileProblem> take(EvidenceKind kind) {
        if (ever >= EvidenceLimits.FILES_EVER) {
            return Optional.of(FileProblem.NO_MORE_FILES);
        }
        if (kind.isRepeatable() && others >= EvidenceLimits.OTHERS) {
            return Optional.of(FileProblem.TOO_MANY_FILES);
        }
        ever++;
        if (kind.isRepeatable()) {
            others++;
        }
        return Optional.empty();
    }
}
