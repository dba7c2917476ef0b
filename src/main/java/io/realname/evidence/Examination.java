package io.realname.evidence;

import io.realname.evidence.EvidenceRefusedException.Refused;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import io.realname.evidence.file.SentType;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file and the results of its checks. After the first failed check, the other checks are skipped. */
final class Examination {

    private final NumberedFile<Upload> file;
    private @Nullable FileProblem problem;
    private @Nullable SentType type;
    private @Nullable RewrittenFile remade;

    Examination(NumberedFile<Upload> file) {
        this.file = file;
    }

    /** Runs a check on the file, unless an earlier check has failed. */
    void pass(Check check) {
        if (problem == null) {
            try {
                check.examine(this);
            } catch (FileRefusedException e) {
                problem = e.problem();
            }
        }
    }

    byte[] content() {
        return file.file().content();
    }

    /** Its place among the files of its kind, from 0. */
    int index() {
        return file.index();
    }

    EvidenceKind kind() {
        return file.kind();
    }

    void isOf(SentType detected) {
        this.type = detected;
    }

    SentType type() {
        return Objects.requireNonNull(type);
    }

    void becomes(RewrittenFile anew) {
        this.remade = anew;
    }

    Examined examined() {
        RewrittenFile anew = Objects.requireNonNull(remade);
        return new Examined(file.kind(), anew.type(), anew.pages(), anew.content());
    }

    Optional<Refused> refused() {
        return Optional.ofNullable(problem).map(code -> new Refused(file.kind().part(), file.index(), code.name()));
    }

    /** One check. */
    interface Check {
        void examine(Examination file) throws FileRefusedException;
    }
}
