package io.realname.benchmark.byhand;

import io.realname.bankcard.BankSettings;
import io.realname.bankcard.CardType;
import io.realname.bankcard.IssuerDirectory;
import io.realname.bankcard.SupportedBanks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The decision table {@code supported-banks}, as code. */
@Profile(ByHandApplication.PROFILE)
@Component
class BanksByHand implements SupportedBanks {

    private static final Set<String> LISTED = Set.of(
            "ICBC", "ABC", "BOC", "CCB", "COMM", "PSBC", "CMB", "CITIC", "CEB", "CMBC", "SPDB", "CIB", "GDB", "SPABANK",
            "HXBANK", "BJBANK", "SHBANK");

    private final IssuerDirectory issuers;
    private final BankSettings settings;

    BanksByHand(IssuerDirectory issuers, BankSettings settings) {
        this.issuers = issuers;
        this.settings = settings;
    }

    boolean isSupported(String bank) {
        return switch (settings.of(bank)) {
            case SUPPORTED -> true;
            case NOT_SUPPORTED -> false;
            case NONE -> LISTED.contains(bank);
        };
    }

    /** @param type null if the list of card numbers does not know the card */
    boolean isAccepted(@Nullable CardType type) {
        return type != CardType.PREPAID;
    }

    @Override
    public List<SupportedBank> all() {
        Set<CardType> accepted =
                EnumSet.allOf(CardType.class).stream().filter(this::isAccepted).collect(Collectors.toSet());
        return issuers.banks().stream()
                .filter(bank -> isSupported(bank.code()))
                .map(bank -> new SupportedBank(bank.code(), bank.name(), accepted))
                .toList();
    }
}
