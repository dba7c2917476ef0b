package io.realname.association.process;

import io.realname.application.ApplicationKind;
import io.realname.association.AssociationResult;
import io.realname.association.SourceState;
import io.realname.process.ClientProcess;
import io.realname.process.Fact;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The names that {@code associate-verified-account.bpmn} and its steps share. Also declares that clients may start the
 * process.
 */
@Configuration(value = "names of " + AssociateVerifiedAccount.KEY, proxyBeanMethods = false)
public final class AssociateVerifiedAccount {

    public static final String KEY = "associate-verified-account";

    public static final String MOBILE_BOUND = "MobileBound";
    public static final String MOBILE_DEADLINE = "MobileDeadline";

    public static final Fact<String> SOURCE = Fact.code("source", SourceState.values());
    public static final Fact<String> ASSOCIATION = Fact.code("association", AssociationResult.values());

    @Bean("process " + KEY)
    public static ClientProcess process() {
        return new ClientProcess(KEY, ApplicationKind.ASSOCIATION);
    }
}
