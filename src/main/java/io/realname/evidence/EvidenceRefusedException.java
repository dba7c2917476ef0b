package io.realname.evidence;

import io.realname.evidence.file.FileProblem;
import java.util.List;

/** Files are refused, and with them all that came with them. Tells which and why, and nothing that is in them. */
public final class EvidenceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refused> refused;

    EvidenceRefusedException(List<Refused> refused) {
        super("files refused: " + refused);
        this.refused = List.copyOf(refused);
    }

    /** Each refused file once, in the order in which they were sent. */
    public List<Refused> refused() {
        return refused;
    }

    /**
     * One refused file.
     *
     * @param part the part that brought it
     * @param index its place among the files of that part, from 0
     * @param code a {@link FileProblem}
     */
    public record Refused(String part, int index, String code) {}
}
