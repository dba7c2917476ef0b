package io.realname.evidence;

import io.realname.evidence.file.EvidenceType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of an application, without its content.
 *
 * @param bytes of the content as it is kept, unsealed
 * @param pages of a PDF, a picture has one; absent if it was kept by a version that did not count them
 * @param superseded a newer file of the same kind has been added
 */
public record EvidenceItem(
        UUID id,
        EvidenceKind kind,
        EvidenceType type,
        int bytes,
        @Nullable Integer pages,
        Instant addedAt,
        boolean superseded) {}
