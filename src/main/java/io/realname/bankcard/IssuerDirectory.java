package io.realname.bankcard;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
public class IssuerDirectory {
    public Optional<Issuer> issuerOf(Pan pan) {
        return Optional.empty();
    }

    public List<Bank> banks() {
        return List.of();
    }
}
