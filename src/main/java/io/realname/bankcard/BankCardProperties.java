package io.realname.bankcard;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The operator's settings for bank cards.
 *
 * @param checksPerCardAndDay how often one card is checked within 24 hours; UnionPay's risk rule allows 4 to 5
 * @param additionalBanks lists of banks in addition to the built-in one, in the form of {@code iin/banks.csv}
 *     ({@code bank,name}), for example {@code file:/etc/realname/banks.csv}; their entries override those of the
 *     built-in list
 * @param additionalIins lists of the first digits of card numbers in addition to the built-in one, in the form of
 *     {@code iin/iin.csv} ({@code bin,bank,type,length}), for example {@code file:/etc/realname/iin.csv}; their entries
 *     override those of the built-in list
 * @param supportedBanks codes of banks whose cards are accepted in addition to those of the decision table
 *     {@code supported-banks}
 * @param unsupportedBanks codes of banks whose cards are not accepted, even if that decision table lists them; no code
 *     may also be in the setting of supported banks
 */
@ConfigurationProperties("realname.bank-card")
public record BankCardProperties(
        @DefaultValue("3") int checksPerCardAndDay,
        @DefaultValue List<Resource> additionalBanks,
        @DefaultValue List<Resource> additionalIins,
        @DefaultValue Set<String> supportedBanks,
        @DefaultValue Set<String> unsupportedBanks) {

    public BankCardProperties {
        additionalBanks = List.copyOf(additionalBanks);
        additionalIins = List.copyOf(additionalIins);
        supportedBanks = Set.copyOf(supportedBanks);
        unsupportedBanks = Set.copyOf(unsupportedBanks);
    }
}
