package io.realname.process.deployment;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.stereotype.Component;

/**
 * Runs what a person deploys: in one transaction with the engine, in the person's name, and while no other node or
 * person deploys. Whoever calls this has checked that the person may; the engine does not check it again, because
 * analysts have no right to deploy in any other way.
 */
@Component
class AloneInTheEngine {

    private final SpringProcessEngineConfiguration engine;
    private final IdentityService identities;
    private final ThroughTheDoor door;

    AloneInTheEngine(SpringProcessEngineConfiguration engine, IdentityService identities, ThroughTheDoor door) {
        this.engine = engine;
        this.identities = identities;
        this.door = door;
    }

    /** The name that the application gives what it deploys itself at its start. */
    String ownName() {
        return engine.getDeploymentName();
    }

    /** Reads only, so nobody waits for it. */
    <T> T read(Function<CommandContext, T> work) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> work.apply(context)));
    }

    <T> T run(String person, Function<CommandContext, T> work) {
        List<String> groups = identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(person, groups);
        try {
            return door.pass(() -> engine.getCommandExecutorTxRequired().execute(context -> {
                context.getPropertyManager().acquireExclusiveLock();
                return context.runWithoutAuthorization(() -> work.apply(context));
            }));
        } finally {
            identities.clearAuthentication();
        }
    }
}
