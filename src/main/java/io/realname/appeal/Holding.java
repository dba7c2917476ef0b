package io.realname.appeal;

import java.util.UUID;

/** A binding that a yes releases, and the account that holds it. */
public record Holding(UUID binding, String account, String site) {}
