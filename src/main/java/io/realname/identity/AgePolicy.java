package io.realname.identity;

import java.time.LocalDate;

public record AgePolicy(int minimumAge) {
    public void check(IdentityDocument document, LocalDate today) {}
}
