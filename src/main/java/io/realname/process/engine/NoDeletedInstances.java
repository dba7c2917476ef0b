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
 * Lets nobody who is logged in delete an instance, administrators neither: it stands for an application, which would stay
 * open for ever, and with it its account and its identity. It is withdrawn instead.
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
            throw new AuthorizationException(
                    "An instance stands for an application, which would stay open for ever without it. Withdraw it"
                            + " instead: the client that filed it can.");
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
