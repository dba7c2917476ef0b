package io.realname.process.mobile;

import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.Step;
import io.realname.process.Certainty;
import java.util.List;

/** What {@code confirm-mobile.bpmn} may contain, and what it makes sure of. */
public final class MobileSteps {

    public static final KnownProcess PROCESS = KnownProcess.called(ConfirmMobile.KEY, Certainty.MOBILE_CONFIRMED);

    public static final List<Step> ALL = List.of(
            Step.of("sendMobileCode", "Send mobile code")
                    .notes(ConfirmMobile.SMS_RESULT)
                    .needs(new Need.AsynchronousBefore("a crash could send and bill an SMS twice")),
            Step.of("verifyMobileCode", "Verify mobile code").takes("code").notes(ConfirmMobile.CODE_RESULT),
            Step.of("allowResend", "Check sending limits"));

    private MobileSteps() {}
}
