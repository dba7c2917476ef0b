package io.realname.diagram.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A message that clients or the application itself send to a process.
 *
 * @param name the message's name, by which it is sent
 * @param input what the sender sends with it; absent if nothing
 */
public record KnownMessage(String name, @Nullable String input) {}
