package io.realname.enterprise.process;

import io.realname.application.ApplicationKind;
import io.realname.diagram.catalogue.FactKind;
import io.realname.enterprise.EnterpriseType;
import io.realname.licence.LicenceResult;
import io.realname.process.ClientProcess;
import io.realname.process.Fact;
import io.realname.process.TableAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The names that {@code enterprise-verification.bpmn} and its steps share. Also declares that clients may start the
 * process.
 */
@Configuration(value = "names of " + EnterpriseVerification.KEY, proxyBeanMethods = false)
public final class EnterpriseVerification {

    public static final String KEY = "enterprise-verification";

    public static final String AMOUNT_DEADLINE = "AmountDeadline";

    static final String SEND_PAYMENT = "SendPayment";

    static final Fact<Boolean> ACCOUNT_FROZEN = new Fact<>("accountFrozen", Boolean.class);
    static final Fact<String> ENTERPRISE_TYPE = Fact.code("enterpriseType", EnterpriseType.values());
    static final Fact<Integer> FORMER_REJECTIONS = new Fact<>("formerRejections", Integer.class);
    static final Fact<Boolean> LICENCE_CHECK_NEEDED = new Fact<>("licenceCheckNeeded", Boolean.class);
    public static final Fact<String> LICENCE_RESULT =
            Fact.code("licenceResult", LicenceResult.values(), "ANSWER_LOST", "NOT_ASKED");
    public static final Fact<String> PAYMENT_RESULT = Fact.code("paymentResult", "ACCEPTED", "ACCOUNT_REFUSED");
    static final Fact<Boolean> PAYMENT_ARRIVED = new Fact<>("paymentArrived", Boolean.class);
    static final Fact<Integer> WRONG_AMOUNTS_IN_ROW = new Fact<>("wrongAmountsInRow", Integer.class);
    static final TableAnswer<Integer> AMOUNT_TRIES_LEFT =
            new TableAnswer<>("amountTriesLeft", Integer.class, new FactKind.Count(Integer.MAX_VALUE));
    static final TableAnswer<String> FROZEN_FOR = new TableAnswer<>("frozenFor", String.class, new FactKind.Period());
    static final Fact<Boolean> AMOUNT_RIGHT = new Fact<>("amountRight", Boolean.class);
    static final Fact<Boolean> ENTERPRISE_VERIFIED = new Fact<>("enterpriseVerified", Boolean.class);

    /** The values of {@link #LICENCE_RESULT} if there is no answer of the register. */
    static final String NOT_ASKED = "NOT_ASKED";

    static final String ANSWER_LOST = "ANSWER_LOST";

    @Bean("process " + KEY)
    public static ClientProcess process() {
        return new ClientProcess(KEY, ApplicationKind.ENTERPRISE);
    }
}
