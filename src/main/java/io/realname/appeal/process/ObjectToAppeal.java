package io.realname.appeal.process;

import io.realname.appeal.AppealFound;
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

    public static final Fact<String> APPEAL = Fact.code("appeal", AppealFound.values());
    public static final Fact<String> OBJECTION = Fact.code("objection", "RAISED", "TOO_LATE");

    @Bean("process " + KEY)
    public static ClientProcess process() {
        return new ClientProcess(KEY, ApplicationKind.OBJECTION);
    }
}
