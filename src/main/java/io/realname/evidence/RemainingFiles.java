package io.realname.evidence;

import io.realname.evidence.file.EvidenceLimits;
import io.realname.evidence.file.FileProblem;
import java.util.Optional;

/**
 * How many files an application may still have. A kind that is there once always has its place: a newer file takes that of
 * the older. So of those only the number over all its life is counted.
 */
final class RemainingFiles {

    private int ever;
    private int others;

    /**
     * @param ever files that it has had
     * @param others of them those of kind {@link EvidenceKind#OTHER}, which nothing supersedes
     */
    RemainingFiles(int ever, int others) {
        this.ever = ever;
        this.others = others;
    }

    /** Takes a place for a file, or says why there is none. */
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
