package io.realname.application;

import java.util.UUID;

/** Published in the transaction in which an application ends. */
public record ApplicationEnded(UUID application, ApplicationKind kind) {}
