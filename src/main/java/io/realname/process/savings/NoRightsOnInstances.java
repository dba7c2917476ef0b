package io.realname.process.savings;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * When an instance ends, the engine deletes the rights that somebody has on this one instance. Nobody has: rights are on all
 * instances of a process. One that an administrator has made by hand stays, and allows nothing any more.
 */
final class NoRightsOnInstances extends AuthorizationManager {

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String id) {
        if (resource != Resources.PROCESS_INSTANCE) {
            super.deleteAuthorizationsByResourceId(resource, id);
        }
    }
}
