package io.realname.evidence;

import io.realname.evidence.file.FileProblem;
import java.util.List;

/**
 * Files are refused, and the whole request with them. Names the refused files and the reasons, and nothing of their
 * content.
 */
public final class EvidenceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refused> refused;

    EvidenceRefusedException(List<Refused> refused) {
        super("files refused: " + refused);
        this.refused = List.copyOf(refused);
    }

    /** Each refused file once, in the order of the request. */
    public List<Refused> refused() {
        return refused;
    }

    /**
     * One refused file.
     *
     * @param part name of the multipart part with the file
     * @param index its place among the files of that part, from 0
     * @param code name of a {@link FileProblem}
     */
    public record Refused(String part, int index, String code) {}
}
