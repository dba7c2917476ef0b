package io.realname.bankcard;

import java.util.List;
import java.util.Set;

/** Port to the decision table that says which banks' cards are accepted. */
public interface SupportedBanks {

    /**
     * The supported banks with their accepted types of card, in the order of the bank list. Includes banks for which
     * the IIN list contains no card.
     */
    List<SupportedBank> all();

    /** @param cardTypes never empty */
    record SupportedBank(String code, String name, Set<CardType> cardTypes) {

        public SupportedBank {
            cardTypes = Set.copyOf(cardTypes);
        }
    }
}
