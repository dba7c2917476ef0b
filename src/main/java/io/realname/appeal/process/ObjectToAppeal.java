package io.realname.appeal.process;

import io.realname.application.ApplicationKind;
import io.realname.process.ClientProcess;
import io.realname.process.Fact;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The names that {@code object-to-appeal.bpmn} and its steps share. Also declares that clients may start the process.
 */
@Configuration(value = "names of " + ObjectToAppeal.KEY, proxyBeanMethods = false)
public final class ObjectToAppeal {

    public static final String KEY = "object-to-appeal";

    public static final Fact<String> APPEAL = new Fact<>("appeal", String.class);
    public static final Fact<String> OBJECTION = new Fact<>("objection", String.class);

    @Bean("process " + KEY)
    public static ClientProcess process() {
        return new ClientProcess(KEY, ApplicationKind.OBJECTION);
    }
}
