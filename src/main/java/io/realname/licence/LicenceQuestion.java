package io.realname.licence;

/**
 * What the register is asked: do these four belong together? {@link #toString()} tells nothing.
 *
 * @param creditCode 18 characters, GB 32100-2015
 * @param enterpriseName as on the licence
 * @param legalPersonName as on the document
 * @param residentIdNumber the legal person's, 18 characters, GB 11643
 */
public record LicenceQuestion(
        String creditCode, String enterpriseName, String legalPersonName, String residentIdNumber) {

    @Override
    public String toString() {
        return "LicenceQuestion[sealed]";
    }
}
