package io.realname.bankcard;

import java.util.Set;
import org.springframework.stereotype.Component;

/** The operator's settings about banks. They are checked against the bank lists when the app starts. */
@Component
public class BankSettings {

    private final Set<String> supported;
    private final Set<String> unsupported;

    /** @throws InvalidBankListException if no bank has a code, or a code is in both settings */
    BankSettings(BankCardProperties settings, IssuerDirectory issuers) {
        this.supported = settings.supportedBanks();
        this.unsupported = settings.unsupportedBanks();
        requireKnown("realname.bank-card.supported-banks", supported, issuers);
        requireKnown("realname.bank-card.unsupported-banks", unsupported, issuers);
        supported.stream().filter(unsupported::contains).findFirst().ifPresent(code -> {
            throw new InvalidBankListException(
                    "realname.bank-card.supported-banks", code + " is in realname.bank-card.unsupported-banks too");
        });
    }

    private static void requireKnown(String setting, Set<String> codes, IssuerDirectory issuers) {
        codes.stream()
                .filter(code -> issuers.bank(code).isEmpty())
                .sorted()
                .findFirst()
                .ifPresent(code -> {
                    throw new InvalidBankListException(setting, "no bank has the code " + code);
                });
    }

    /** @param code the code of a bank; for any other code the result is {@link BankSetting#NONE} */
    public BankSetting of(String code) {
        if (supported.contains(code)) {
            return BankSetting.SUPPORTED;
        }
        return unsupported.contains(code) ? BankSetting.NOT_SUPPORTED : BankSetting.NONE;
    }
}
