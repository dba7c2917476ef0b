package io.realname.mobile;

/** A mainland mobile number. */
public final class MobileNumber {

    private final String e164;

    private MobileNumber(String e164) {
        this.e164 = e164;
    }

    public static MobileNumber parse(String input) {
        return new MobileNumber(input);
    }

    /** {@code +8613800138000}: for sealing, the blind index and the provider's request only. */
    public String e164() {
        return e164;
    }
}
