package io.realname.process;

import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.Truth;
import java.util.Set;

/** What must be certain before a step, in the diagrams of several kinds of application. */
public final class Certainty {

    /** "Confirm mobile" makes sure of it, and so does a gateway that asks for the fact. */
    public static final Truth MOBILE_CONFIRMED = new Truth("mobileConfirmed", "true");

    /** The reviewers' yes. */
    public static final Truth APPROVED = new Truth("reviewDecision", "APPROVE");

    private Certainty() {}

    /** @param otherwise completes "otherwise …" */
    public static Need behindConfirmMobile(String otherwise) {
        return new Need.Certain(
                Set.of(MOBILE_CONFIRMED), "Draw it behind \"Confirm mobile\", on every way.", otherwise);
    }

    /** @param otherwise completes "otherwise …" */
    public static Need behindYesOfReviewers(String otherwise) {
        return new Need.Certain(
                Set.of(APPROVED),
                "Draw it behind a gateway that asks for ${reviewDecision == 'APPROVE'}, on every way.",
                otherwise);
    }
}
