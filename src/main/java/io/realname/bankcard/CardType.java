package io.realname.bankcard;

/** What kind of account a card draws on, by the letters of the IIN list. */
public enum CardType {
    /** {@code DC} */
    DEBIT("DC"),
    /** {@code CC} */
    CREDIT("CC"),
    /** {@code SCC}: a credit card that also holds a balance (准贷记卡). */
    SEMI_CREDIT("SCC"),
    /** {@code PC}; not accepted for verification: nobody's name stands behind it. */
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
