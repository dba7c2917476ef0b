package io.realname.evidence;

import io.realname.evidence.EvidenceRefusedException.Refused;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import io.realname.evidence.file.SentType;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file on its way through the checks; the first that it fails is its last. */
final class Examination {

    private final NumberedFile<Upload> file;
    private @Nullable FileProblem problem;
    private @Nullable SentType type;
    private @Nullable RewrittenFile remade;

    Examination(NumberedFile<Upload> file) {
        this.file = file;
    }

    /** Lets the file go through a check, unless it has failed one. */
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

    /** Among those of its kind, from 0. */
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
