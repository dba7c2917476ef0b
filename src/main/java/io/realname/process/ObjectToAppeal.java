package io.realname.process;

import io.realname.application.ApplicationKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that {@code object-to-appeal.bpmn} and the work behind it share; and that clients may start it. */
@Configuration(value = "names of " + ObjectToAppeal.KEY, proxyBeanMethods = false)
final class ObjectToAppeal {

    static final String KEY = "object-to-appeal";

    static final Fact<String> APPEAL = new Fact<>("appeal", String.class);
    static final Fact<String> OBJECTION = new Fact<>("objection", String.class);

    @Bean("process " + KEY)
    static ClientProcess process() {
        return new ClientProcess(KEY, ApplicationKind.OBJECTION);
    }
}
