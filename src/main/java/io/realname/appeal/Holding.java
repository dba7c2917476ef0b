package io.realname.appeal;

import java.util.UUID;

/** A binding that an approval of the appeal would release, and the account that holds it. */
public record Holding(UUID binding, String account, String site) {}
