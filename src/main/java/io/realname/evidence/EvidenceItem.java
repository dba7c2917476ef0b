package io.realname.evidence;

import io.realname.evidence.file.EvidenceType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of an application, without its content.
 *
 * @param bytes size of the kept content before it is sealed
 * @param pages pages of a PDF; 1 for a picture; absent if an earlier version kept the file without counting its pages
 * @param superseded whether a newer file of the same kind has been added
 */
public record EvidenceItem(
        UUID id,
        EvidenceKind kind,
        EvidenceType type,
        int bytes,
        @Nullable Integer pages,
        Instant addedAt,
        boolean superseded) {}
