package io.realname.bankcard;

/** A list of banks or IINs, or a setting about them, is invalid. The app does not start. */
public final class InvalidBankListException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * @param place the file and its line, or the setting
     * @param problem what is wrong there
     */
    InvalidBankListException(String place, String problem) {
        super(place + ": " + problem);
    }
}
