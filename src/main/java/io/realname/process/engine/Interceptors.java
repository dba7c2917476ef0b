package io.realname.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** The interceptors that every command passes before the engine runs it. */
public final class Interceptors {

    private Interceptors() {}

    /** Adds interceptors behind the existing ones. */
    public static void add(ProcessEngineConfigurationImpl engine, CommandInterceptor... more) {
        List<CommandInterceptor> all = new ArrayList<>(
                Objects.requireNonNullElse(engine.getCustomPreCommandInterceptorsTxRequired(), List.of()));
        all.addAll(List.of(more));
        engine.setCustomPreCommandInterceptorsTxRequired(all);
    }
}
