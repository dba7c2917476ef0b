package io.realname.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** The managers through which the engine reads and writes its tables, one of each kind for each transaction. */
public final class Managers {

    private Managers() {}

    /** Replaces one of the engine's managers by one of ours, which extends it. */
    public static <T extends Session> void replace(
            ProcessEngineConfigurationImpl engine, Class<T> replaced, Supplier<? extends T> ours) {
        List<SessionFactory> all =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomSessionFactories(), List.of()));
        all.add(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return replaced;
            }

            @Override
            public Session openSession() {
                return ours.get();
            }
        });
        engine.setCustomSessionFactories(all);
    }
}
