package io.realname.process.engine;

import io.realname.process.ClientMessage;
import io.realname.process.ClientProcess;
import io.realname.process.ReviewByPeople;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The groups and what they may do in the engine. Made at start where they are missing; what an administrator changed
 * is left alone.
 */
@Component
class EngineGrants implements ApplicationRunner {

    /** Any number will do, as long as nobody else locks it. */
    private static final long LOCK = 7_240_001;

    private final AuthorizationService authorizations;
    private final IdentityService identities;
    private final JdbcClient jdbc;

    EngineGrants(AuthorizationService authorizations, IdentityService identities, JdbcClient jdbc) {
        this.authorizations = authorizations;
        this.identities = identities;
        this.jdbc = jdbc;
    }

    /** Nodes that start at the same moment do it one after the other. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        for (ClientProcess process : ClientProcess.values()) {
            grant(
                    EngineGroups.CLIENTS,
                    Resources.PROCESS_DEFINITION,
                    process.key(),
                    Permissions.READ,
                    Permissions.CREATE_INSTANCE);
        }
        for (String process : ClientMessage.receivers()) {
            grantMore(EngineGroups.CLIENTS, process, Permissions.UPDATE_INSTANCE);
        }
        grant(EngineGroups.CLIENTS, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);

        group(EngineGroups.OPERATORS, "Operators");
        grant(EngineGroups.OPERATORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(EngineGroups.OPERATORS, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(
                EngineGroups.OPERATORS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                Permissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE);
        grant(EngineGroups.OPERATORS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(EngineGroups.OPERATORS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);

        reviewers(EngineGroups.APPEAL_REVIEW, "Appeal review · 申诉审核");
        reviewers(EngineGroups.SENIOR_REVIEW, "Senior review · 高级审核");
        reviewers(EngineGroups.ENTERPRISE_REVIEW, "Enterprise review · 企业审核");

        group(EngineGroups.ANALYSTS, "Analysts");
        grant(EngineGroups.ANALYSTS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(EngineGroups.ANALYSTS, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(
                EngineGroups.ANALYSTS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                Permissions.READ_HISTORY);
        grant(EngineGroups.ANALYSTS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(EngineGroups.ANALYSTS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
    }

    /**
     * Groups that decide in Tasklist. Their grants are on the definition, so each holds for the tasks of all groups;
     * {@link OwnTasks} and {@link OwnTasksChecker} narrow them down.
     */
    private void reviewers(String id, String name) {
        group(id, name);
        grant(id, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(id, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(
                id,
                Resources.PROCESS_DEFINITION,
                ReviewByPeople.KEY,
                Permissions.READ_TASK,
                Permissions.TASK_WORK,
                Permissions.TASK_ASSIGN);
    }

    private void group(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            var group = identities.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identities.saveGroup(group);
        }
    }

    private void grantMore(String group, String process, Permission permission) {
        Authorization grant = existing(group, Resources.PROCESS_DEFINITION, process);
        if (grant == null) {
            grant(group, Resources.PROCESS_DEFINITION, process, permission);
        } else if (!grant.isPermissionGranted(permission)) {
            grant.addPermission(permission);
            authorizations.saveAuthorization(grant);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        if (existing(group, resource, id) != null) {
            return;
        }
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        List.of(permissions).forEach(grant::addPermission);
        authorizations.saveAuthorization(grant);
    }

    private @Nullable Authorization existing(String group, Resource resource, String id) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
    }
}
