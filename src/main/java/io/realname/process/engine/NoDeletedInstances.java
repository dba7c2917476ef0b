package io.realname.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses to delete an instance, for every logged-in user, also for administrators. Without its instance an application
 * would stay open for ever, and its account and identity would stay blocked. The application can be withdrawn instead.
 */
final class NoDeletedInstances extends CommandInterceptor {

    private static final Map<Class<?>, EngineField> CASCADING = Map.of(
            DeleteDeploymentCmd.class, EngineField.of(DeleteDeploymentCmd.class, "cascade"),
            DeleteProcessDefinitionsByIdsCmd.class,
                    EngineField.of(DeleteProcessDefinitionsByIdsCmd.class, "cascadeToInstances"),
            DeleteProcessDefinitionsByKeyCmd.class,
                    EngineField.of(AbstractDeleteProcessDefinitionCmd.class, "cascade"));

    private final ProcessEngineConfigurationImpl engine;

    NoDeletedInstances(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null
                && deletesInstances(command)
                && engine.getIdentityService().getCurrentAuthentication() != null) {
            throw new AuthorizationException("An instance cannot be deleted: its application would stay open for ever."
                    + " The client that filed the application can withdraw it.");
        }
        return next.execute(command);
    }

    private static boolean deletesInstances(Command<?> command) {
        EngineField cascade = CASCADING.get(command.getClass());
        return command instanceof AbstractDeleteProcessInstanceCmd
                || command instanceof DeleteProcessInstanceBatchCmd
                || cascade != null && Boolean.TRUE.equals(cascade.in(command));
    }
}
