package io.realname.identity;

import java.time.Instant;
import java.util.UUID;

/** An identity bound to an account: what makes the account a verified one. */
public record Binding(
        UUID id,
        IdentityKey identity,
        String account,
        String site,
        VerificationMethod method,
        Person person,
        Instant verifiedAt) {}
