package io.realname.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public record IdentityDocument(
        DocumentType type, String number, @Nullable String issuingCountry) {
    public static IdentityDocument parse(DocumentType type, String number, @Nullable String c, LocalDate today) {
        return new IdentityDocument(type, number, c);
    }

    public String uniquenessKey() {
        return type + number;
    }

    public String masked() {
        return number;
    }
}
