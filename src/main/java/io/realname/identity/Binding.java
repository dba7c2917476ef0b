package io.realname.identity;

import java.time.Instant;
import java.util.UUID;

/** An identity that is bound to an account. The binding makes the account a verified account. */
public record Binding(
        UUID id,
        IdentityKey identity,
        String account,
        String site,
        VerificationMethod method,
        Person person,
        Instant verifiedAt) {}
