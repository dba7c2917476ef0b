package io.realname.process.engine;

import io.realname.process.ClientProcess;
import io.realname.process.ClientProcesses;
import io.realname.process.mobile.ConfirmMobile;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What client apps, operators and analysts may do in the engine. */
@Component
@Order(0)
class EngineGrants implements ApplicationRunner {

    private final MissingGrants missing;
    private final List<ClientProcess> processes;

    EngineGrants(MissingGrants missing, ClientProcesses processes) {
        this.missing = missing;
        this.processes = processes.all();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        missing.make(grants -> {
            clients(grants);
            cockpit(grants, EngineGroups.OPERATORS, "Operators");
            grants.grant(
                    EngineGroups.OPERATORS,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    Permissions.READ,
                    Permissions.READ_INSTANCE,
                    Permissions.READ_HISTORY,
                    ProcessDefinitionPermissions.RETRY_JOB,
                    ProcessDefinitionPermissions.SUSPEND_INSTANCE);
            cockpit(grants, EngineGroups.ANALYSTS, "Analysts");
            grants.grant(
                    EngineGroups.ANALYSTS,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    Permissions.READ,
                    Permissions.READ_INSTANCE,
                    Permissions.READ_HISTORY);
        });
    }

    private void clients(MissingGrants grants) {
        for (ClientProcess process : processes) {
            grants.grant(
                    EngineGroups.CLIENTS,
                    Resources.PROCESS_DEFINITION,
                    process.key(),
                    Permissions.READ,
                    Permissions.CREATE_INSTANCE);
            grants.grantMore(EngineGroups.CLIENTS, process.key(), Permissions.UPDATE_INSTANCE);
        }
        grants.grantMore(EngineGroups.CLIENTS, ConfirmMobile.KEY, Permissions.UPDATE_INSTANCE);
        grants.grant(EngineGroups.CLIENTS, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
    }

    /** Creates a group that may look at processes in Cockpit. */
    private static void cockpit(MissingGrants grants, String group, String name) {
        grants.group(group, name);
        grants.grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grants.grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grants.grant(group, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        grants.grant(group, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
    }
}
