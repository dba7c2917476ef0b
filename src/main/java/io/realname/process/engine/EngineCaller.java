package io.realname.process.engine;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;

/** A logged-in user who calls the engine from outside and is not an administrator. */
public record EngineCaller(String user, Set<String> groups) {

    /**
     * The caller of the current command. Null if the engine or our code runs it, or if the caller is an administrator.
     */
    public static @Nullable EngineCaller now(CommandContext context) {
        return context.isAuthorizationCheckEnabled()
                ? of(
                        context.getAuthentication(),
                        Context.getProcessEngineConfiguration().getAdminGroups())
                : null;
    }

    public static @Nullable EngineCaller of(@Nullable Authentication login, Collection<String> administrators) {
        if (login == null || login.getUserId() == null) {
            return null;
        }
        List<String> groups = Objects.requireNonNullElse(login.getGroupIds(), List.of());
        return groups.stream().anyMatch(administrators::contains)
                ? null
                : new EngineCaller(login.getUserId(), Set.copyOf(groups));
    }

    public boolean isReviewer() {
        return groups.stream().anyMatch(EngineGroups.REVIEWERS::contains);
    }

    /** Whether the caller is a client app at the engine's REST API, and in no other group. */
    public boolean isClient() {
        return groups.equals(Set.of(EngineGroups.CLIENTS));
    }

    public boolean holds(TaskEntity task) {
        return user.equals(task.getAssignee());
    }

    /** Whether the caller holds the task, or the task is offered to a group of the caller. */
    public boolean sees(TaskEntity task) {
        return holds(task)
                || task.getIdentityLinks().stream()
                        .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType())
                                && link.getGroupId() != null
                                && groups.contains(link.getGroupId()));
    }
}
