package io.realname.app;

import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Makes the engine of the test's own context the one that REST, web apps and assertions find. They look it up by name
 * in registers of the whole JVM. These contain the engine of the context that started last, but test classes alternate
 * between contexts.
 */
public class CurrentEngine implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        test.getApplicationContext().getBeanProvider(ProcessEngine.class).ifAvailable(CurrentEngine::register);
    }

    private static void register(ProcessEngine engine) {
        ProcessEngines.registerProcessEngine(engine);
        ProcessEngine registered = BpmPlatform.getDefaultProcessEngine();
        if (registered != engine) {
            RuntimeContainerDelegate container = RuntimeContainerDelegate.INSTANCE.get();
            if (registered != null) {
                container.unregisterProcessEngine(registered);
            }
            container.registerProcessEngine(engine);
        }
    }
}
