package io.realname.bankcard;

/** The type of a card, with its letters in the IIN list. */
public enum CardType {
    /** {@code DC} */
    DEBIT("DC"),
    /** {@code CC} */
    CREDIT("CC"),
    /** {@code SCC}: a credit card that also holds a balance (准贷记卡). */
    SEMI_CREDIT("SCC"),
    /** {@code PC}. Not accepted for verification: the account of a prepaid card has no named owner. */
    PREPAID("PC");

    private final String letters;

    CardType(String letters) {
        this.letters = letters;
    }

    /** @throws IllegalArgumentException for letters that the list does not define */
    static CardType ofLetters(String letters) {
        for (CardType type : values()) {
            if (type.letters.equals(letters)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no card type has the letters " + letters);
    }
}
