package io.realname.bankcard;

/** A primary account number (ISO/IEC 7812): 13 to 19 ASCII digits that pass the Luhn check. */
public final class Pan {

    private final String digits;

    private Pan(String digits) {
        this.digits = digits;
    }

    public static Pan parse(String input) {
        return new Pan(input);
    }

    /** The digits in full: for sealing, the blind index and the provider's request only. */
    public String digits() {
        return digits;
    }
}
