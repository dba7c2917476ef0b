package io.realname.appeal.process;

import io.realname.appeal.AppealReason;
import io.realname.appeal.HolderState;
import io.realname.appeal.ReleaseResult;
import io.realname.application.ApplicationKind;
import io.realname.process.ClientProcess;
import io.realname.process.Fact;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that {@code appeal.bpmn} and its steps share. Also declares that clients may start the process. */
@Configuration(value = "names of " + Appeal.KEY, proxyBeanMethods = false)
public final class Appeal {

    public static final String KEY = "appeal";

    public static final String HOLDER_OBJECTED = "HolderObjected";

    public static final String OBJECTION_PERIOD = "ObjectionPeriodOver";

    static final Fact<Integer> APPEALS_OF_IDENTITY_THIS_MONTH = new Fact<>("appealsOfIdentityThisMonth", Integer.class);
    public static final Fact<String> HOLDER = Fact.code("holder", HolderState.values());
    static final Fact<String> APPEAL_REASON = Fact.code("appealReason", AppealReason.values());
    static final Fact<String> SITE = new Fact<>("site", String.class);
    static final Fact<Integer> BINDING_DAYS = new Fact<>("bindingDays", Integer.class);
    static final Fact<Integer> FORMER_APPEALS = new Fact<>("formerAppeals", Integer.class);
    static final Fact<Boolean> OBJECTED = new Fact<>("objected", Boolean.class);
    static final Fact<Boolean> OBJECTED_MEANWHILE = new Fact<>("objectedMeanwhile", Boolean.class);
    public static final Fact<String> RELEASED = Fact.code("released", ReleaseResult.values());

    // The name has a prefix, because object-to-appeal.bpmn has a variable named "appeal".
    @Bean("process " + KEY)
    public static ClientProcess process() {
        return new ClientProcess(KEY, ApplicationKind.APPEAL);
    }
}
