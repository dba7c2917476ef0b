package io.realname.bankcard;

import java.util.List;
import java.util.Set;

/** Port to the decision that says which banks' cards are accepted. */
public interface SupportedBanks {

    /**
     * The supported banks, with the types of card that are accepted of each, in the order of the bank list; also those of
     * which the IIN list knows no card.
     */
    List<SupportedBank> all();

    /** @param cardTypes never empty */
    record SupportedBank(String code, String name, Set<CardType> cardTypes) {

        public SupportedBank {
            cardTypes = Set.copyOf(cardTypes);
        }
    }
}
