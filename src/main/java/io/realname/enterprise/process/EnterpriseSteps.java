package io.realname.enterprise.process;

import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.Step;
import io.realname.process.Certainty;
import io.realname.process.ClientMessage;
import io.realname.process.ClientProcess;
import io.realname.process.SharedSteps;
import java.util.List;

/** What {@code enterprise-verification.bpmn} may contain. */
public final class EnterpriseSteps {

    public static final KnownProcess PROCESS = KnownProcess.started(EnterpriseVerification.KEY);

    public static final List<Step> ALL = List.of(
            Step.of("registerEnterprise", "Register enterprise")
                    .takes(ClientProcess.INPUT)
                    .notes(SharedSteps.ATTEMPTS)
                    .notes(EnterpriseVerification.ACCOUNT_FROZEN)
                    .keeps(EnterpriseVerification.ENTERPRISE_TYPE, EnterpriseVerification.FORMER_REJECTIONS),
            Step.of("reserveLicenceCheck", "Reserve licence check")
                    .notes(EnterpriseVerification.LICENCE_CHECK_NEEDED)
                    .keepsIf(EnterpriseVerification.LICENCE_CHECK_NEEDED, false, EnterpriseVerification.LICENCE_RESULT),
            Step.of("checkLicence", "Check licence")
                    .keeps(EnterpriseVerification.LICENCE_RESULT)
                    .needs(
                            new Need.AsynchronousBefore("a crash could bill twice"),
                            new Need.DirectlyBehind(
                                    "reserveLicenceCheck",
                                    true,
                                    "a question that is not stored could be billed twice")),
            Step.of("reservePayment", "Reserve payment")
                    .needs(Certainty.behindYesOfReviewers("money is sent to an enterprise that nobody has approved")),
            Step.of("sendPayment", "Send payment")
                    .keeps(EnterpriseVerification.PAYMENT_RESULT)
                    .needs(
                            new Need.AsynchronousBefore("a crash could send the money twice"),
                            new Need.DirectlyBehind(
                                    "reservePayment", false, "a payment that is not stored could be sent twice"),
                            Certainty.behindYesOfReviewers("money is sent to an enterprise that nobody has approved")),
            Step.of("lookUpPayment", "Look up payment")
                    .notes(EnterpriseVerification.PAYMENT_ARRIVED, EnterpriseVerification.WRONG_AMOUNTS_IN_ROW)
                    .needs(new Need.AsynchronousBefore("nobody looks again while the payment is on its way")),
            Step.of("askForAmount", "Ask for amount")
                    .reads(EnterpriseVerification.AMOUNT_TRIES_LEFT)
                    .needs(new Need.Deadline(
                            EnterpriseVerification.AMOUNT_DEADLINE, "the applicant could not be told the deadline")),
            Step.of("registerAmount", "Register amount").takes(ClientMessage.AMOUNT_SUBMITTED.requiredInput()),
            Step.of("checkAmount", "Check amount")
                    .notes(EnterpriseVerification.AMOUNT_RIGHT, EnterpriseVerification.WRONG_AMOUNTS_IN_ROW)
                    .needs(new Need.AsynchronousBefore("nobody tries again while the provider is away")),
            Step.of("freezeAccount", "Freeze account").reads(EnterpriseVerification.FROZEN_FOR),
            Step.of("verifyEnterprise", "Verify enterprise").notes(EnterpriseVerification.ENTERPRISE_VERIFIED));

    private EnterpriseSteps() {}
}
