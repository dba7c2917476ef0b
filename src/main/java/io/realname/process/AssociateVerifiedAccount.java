package io.realname.process;

import io.realname.application.ApplicationKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that {@code associate-verified-account.bpmn} and the work behind it share; and that clients may start it. */
@Configuration(value = "names of " + AssociateVerifiedAccount.KEY, proxyBeanMethods = false)
final class AssociateVerifiedAccount {

    static final String KEY = "associate-verified-account";

    static final String MOBILE_BOUND = "MobileBound";
    static final String MOBILE_DEADLINE = "MobileDeadline";

    static final Fact<String> SOURCE = new Fact<>("source", String.class);
    static final Fact<String> ASSOCIATION = new Fact<>("association", String.class);

    @Bean("process " + KEY)
    static ClientProcess process() {
        return new ClientProcess(KEY, ApplicationKind.ASSOCIATION);
    }
}
