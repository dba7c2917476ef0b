package io.realname.bankcard;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What an operator says of bank cards.
 *
 * @param checksPerCardAndDay how often one card is checked within 24 hours (UnionPay's risk rule allows 4 to 5)
 * @param additionalBanks lists of the form of {@code iin/banks.csv}, read beside it
 * @param additionalIins lists of the form of {@code iin/iin.csv}, read beside it
 * @param supportedBanks codes of banks that are supported beside those of the decision table
 * @param unsupportedBanks codes of banks that are not, whatever the decision table lists
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
