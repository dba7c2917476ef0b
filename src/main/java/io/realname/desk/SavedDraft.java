package io.realname.desk;

import java.time.Instant;

/** A draft as it was last saved. */
public record SavedDraft(ReviewDraft content, Instant savedAt) {}
