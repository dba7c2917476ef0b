package io.realname.sandbox;

/**
 * A mobile number as the sandbox stores it: 11 digits. The request may have it as {@code +8613800138000},
 * {@code 8613800138000} or {@code 138 0013 8000}.
 */
public record MobileKey(String digits) {

    public static MobileKey of(String text) {
        String digits = text.replaceAll("\\D", "");
        return new MobileKey(digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits);
    }

    public boolean isMainlandMobile() {
        return digits.matches("1[3-9]\\d{9}");
    }

    public String e164() {
        return "+86" + digits;
    }

    /** The last four digits, which decide what the sandbox does. */
    String tail() {
        return digits.substring(Math.max(0, digits.length() - 4));
    }

    /** Shows no number: numbers are personal data, even here. */
    @Override
    public String toString() {
        return "MobileKey[…]";
    }
}
