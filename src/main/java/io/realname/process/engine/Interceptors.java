package io.realname.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** What every call of the engine passes before the engine does it. */
public final class Interceptors {

    private Interceptors() {}

    /** Puts more behind those that there are. */
    public static void add(ProcessEngineConfigurationImpl engine, CommandInterceptor... more) {
        List<CommandInterceptor> all = new ArrayList<>(
                Objects.requireNonNullElse(engine.getCustomPreCommandInterceptorsTxRequired(), List.of()));
        all.addAll(List.of(more));
        engine.setCustomPreCommandInterceptorsTxRequired(all);
    }
}
