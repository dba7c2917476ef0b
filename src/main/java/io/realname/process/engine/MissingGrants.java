package io.realname.process.engine;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates the engine's groups and grants that are missing. Does not remove or replace existing ones, because an
 * administrator may have changed them.
 */
@Component
public class MissingGrants {

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    private static final long LOCK = 7_240_001;

    private final AuthorizationService authorizations;
    private final IdentityService identities;
    private final JdbcClient jdbc;

    MissingGrants(AuthorizationService authorizations, IdentityService identities, JdbcClient jdbc) {
        this.authorizations = authorizations;
        this.identities = identities;
        this.jdbc = jdbc;
    }

    /** Nodes that start at the same time run this one after the other. */
    @Transactional
    public void make(Consumer<MissingGrants> grants) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        grants.accept(this);
    }

    /** Creates a group, unless the groups come from a directory (LDAP), which the engine only reads. */
    public void group(String id, String name) {
        if (!identities.isReadOnly()
                && identities.createGroupQuery().groupId(id).count() == 0) {
            var group = identities.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identities.saveGroup(group);
        }
    }

    /** @param id of the resource, or {@link Authorization#ANY} */
    public void grant(String group, Resource resource, String id, Permission... permissions) {
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

    /** Adds a permission to a grant, also to one that an earlier version of the app has created. */
    void grantMore(String group, String process, Permission permission) {
        Authorization grant = existing(group, Resources.PROCESS_DEFINITION, process);
        if (grant == null) {
            grant(group, Resources.PROCESS_DEFINITION, process, permission);
        } else if (!grant.isPermissionGranted(permission)) {
            grant.addPermission(permission);
            authorizations.saveAuthorization(grant);
        }
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
