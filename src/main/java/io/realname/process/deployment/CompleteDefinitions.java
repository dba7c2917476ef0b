package io.realname.process.deployment;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.model.Properties;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * Shows a process to other threads when it is completely loaded. The engine itself shows it a query earlier: before its
 * steps know their job definitions. Whoever starts it in between gets {@code NullValueException: Invalid process definition
 * id: processDefinitionId is null}.
 */
final class CompleteDefinitions extends BpmnDeployer {

    @Override
    protected void registerDefinition(
            DeploymentEntity deployment, ProcessDefinitionEntity process, Properties properties) {
        if (deployment.isNew()) {
            // Nobody else knows it before the commit, and its job definitions are made after it.
            super.registerDefinition(deployment, process, properties);
            return;
        }
        definitionAddedToDeploymentCache(deployment, process, properties);
        addDefinitionToDeploymentCache(getDeploymentCache(), process);
        deployment.addDeployedArtifact(process);
    }

    /** Puts it in the place of the engine's own. */
    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        @Override
        public void postInit(ProcessEngineConfigurationImpl engine) {
            List<Deployer> deployers = engine.getDeployers();
            deployers.replaceAll(
                    deployer -> deployer.getClass() == BpmnDeployer.class ? like((BpmnDeployer) deployer) : deployer);
            if (deployers.stream().noneMatch(CompleteDefinitions.class::isInstance)) {
                throw new IllegalStateException("This version of the engine loads processes in another way");
            }
            // It has made a list of its own.
            engine.getDeploymentCache().setDeployers(deployers);
        }

        private static CompleteDefinitions like(BpmnDeployer engines) {
            CompleteDefinitions ours = new CompleteDefinitions();
            ours.setExpressionManager(engines.getExpressionManager());
            ours.setIdGenerator(engines.getIdGenerator());
            ours.setBpmnParser(engines.getBpmnParser());
            return ours;
        }
    }
}
