package io.realname.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of an application, without its content.
 *
 * @param bytes of the content as it is kept, unsealed
 * @param superseded a newer file of the same kind has been added
 */
public record EvidenceItem(
        UUID id, EvidenceKind kind, EvidenceType type, int bytes, Instant addedAt, boolean superseded) {}
