package io.realname.newuser.process;

import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.FactKind;
import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.KnownTable;
import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.catalogue.Truth;
import io.realname.process.Certainty;
import io.realname.process.ClientMessage;
import io.realname.process.ClientProcess;
import io.realname.process.SharedSteps;
import java.util.List;
import java.util.Set;

/** What {@code new-user-verification.bpmn} may contain. */
public final class NewUserSteps {

    public static final KnownProcess PROCESS = KnownProcess.started(NewUserVerification.KEY);

    /** The list of supported banks is this table's. */
    public static final KnownTable TABLE = new KnownTable(
            NewUserVerification.SUPPORTED_BANKS,
            List.of(NewUserVerification.BANK, NewUserVerification.BANK_SETTING, NewUserVerification.CARD_TYPE),
            List.of(DiagramFact.of(
                    NewUserVerification.CARD_ACCEPTANCE,
                    new FactKind.Code(Set.of("ACCEPTED", "CARD_TYPE_NOT_SUPPORTED", "BANK_NOT_SUPPORTED")))));

    public static final List<Step> ALL = List.of(
            Step.of("registerApplication", "Register application")
                    .takes(ClientProcess.INPUT)
                    .notes(
                            NewUserVerification.BANK,
                            NewUserVerification.BANK_SETTING,
                            NewUserVerification.CARD_TYPE,
                            NewUserVerification.MOBILE_CONFIRMED)
                    .notes(SharedSteps.ATTEMPTS),
            Step.of("detectDuplicateIdentity", "Detect duplicate identity")
                    .notes(NewUserVerification.IDENTITY_OCCUPIED),
            Step.of("chooseCheck", "Choose check").notes(NewUserVerification.BANK_KNOWS_DOCUMENT),
            Step.of("reserveBankCardCheck", "Reserve bank-card check")
                    .needs(Certainty.behindConfirmMobile("the bank is paid for numbers that are not the applicant's")),
            Step.of("checkBankCard", "Check bank card")
                    .keeps(NewUserVerification.CARD_RESULT)
                    .needs(
                            new Need.AsynchronousBefore("a crash could bill twice"),
                            new Need.DirectlyBehind(
                                    "reserveBankCardCheck",
                                    false,
                                    "a question that is not stored could be billed twice"),
                            Certainty.behindConfirmMobile("the bank is paid for numbers that are not the applicant's")),
            Step.of("bindIdentity", "Bind identity")
                    .notes(NewUserVerification.IDENTITY_BOUND)
                    .needs(new Need.Certain(
                            Set.of(new Truth(NewUserVerification.CARD_RESULT.name(), "MATCH"), Certainty.APPROVED),
                            "Draw it behind a gateway that asks for ${cardResult == 'MATCH'} or"
                                    + " ${reviewDecision == 'APPROVE'}, on every way.",
                            "an identity is bound that nobody has checked")),
            Step.of("countAttempts", "Count attempts").notes(SharedSteps.ATTEMPTS),
            Step.of("askForBankCard", "Ask for bank card")
                    .reads(NewUserVerification.CARD_RESULT)
                    .needs(new Need.Deadline(
                            NewUserVerification.CORRECTION_DEADLINE, "the applicant could not be told the deadline")),
            Step.of("registerBankCard", "Register bank card")
                    .takes(ClientMessage.BANK_CARD_SUBMITTED.requiredInput())
                    .notes(
                            NewUserVerification.BANK,
                            NewUserVerification.BANK_SETTING,
                            NewUserVerification.CARD_TYPE,
                            NewUserVerification.MOBILE_CONFIRMED)
                    .notes(SharedSteps.ATTEMPTS));

    private NewUserSteps() {}
}
