package io.realname.licence;

/**
 * What came back from asking the register. Business results are values; nothing here is personal.
 *
 * <p>Only what was {@link NotProcessed} may be asked again: a lost answer cannot be looked up, and a second call is billed
 * again.
 */
public sealed interface LicenceAnswer {

    /** The register answered. */
    record Decided(LicenceFinding finding, String requestId) implements LicenceAnswer {}

    /** The question was surely not processed and not billed. */
    record NotProcessed(String reason) implements LicenceAnswer {}

    /** The question was sent and no usable answer came: it may have been processed and billed. */
    record Lost(String reason) implements LicenceAnswer {}

    /** The provider refuses us, not the applicant: an operator must act. */
    record ProviderRefused(String reason) implements LicenceAnswer {}
}
