package io.realname.licence;

/**
 * The question to the register: do these four values belong together? {@link #toString()} shows none of them.
 *
 * @param creditCode 18 characters, GB 32100-2015
 * @param enterpriseName as on the licence
 * @param legalPersonName as on the legal person's document
 * @param residentIdNumber of the legal person, 18 characters, GB 11643
 */
public record LicenceQuestion(
        String creditCode, String enterpriseName, String legalPersonName, String residentIdNumber) {

    @Override
    public String toString() {
        return "LicenceQuestion[sealed]";
    }
}
