package io.realname.association.process;

import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.Step;
import io.realname.process.Certainty;
import io.realname.process.ClientProcess;
import io.realname.process.SharedSteps;
import java.util.List;

/** What {@code associate-verified-account.bpmn} may contain. */
public final class AssociationSteps {

    public static final KnownProcess PROCESS = KnownProcess.started(AssociateVerifiedAccount.KEY);

    public static final List<Step> ALL = List.of(
            Step.of("registerAssociation", "Register association")
                    .takes(ClientProcess.INPUT)
                    .notes(SharedSteps.ATTEMPTS),
            Step.of("findVerifiedAccount", "Find verified account").notes(AssociateVerifiedAccount.SOURCE),
            Step.of("askForMobile", "Ask for mobile number")
                    .needs(new Need.Deadline(
                            AssociateVerifiedAccount.MOBILE_DEADLINE, "the applicant could not be told the deadline")),
            Step.of("associateIdentity", "Associate identity")
                    .notes(AssociateVerifiedAccount.ASSOCIATION)
                    .needs(Certainty.behindConfirmMobile(
                            "somebody could take over a verification that is not theirs")));

    private AssociationSteps() {}
}
