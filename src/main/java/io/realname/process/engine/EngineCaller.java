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

/** Somebody who is logged in and calls the engine from outside, and no administrator. */
public record EngineCaller(String user, Set<String> groups) {

    /** Whoever the engine works for now; null while it works for itself, runs our code, or serves an administrator. */
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

    /** A client app at the engine door, and nothing else beside. */
    public boolean isClient() {
        return groups.equals(Set.of(EngineGroups.CLIENTS));
    }

    public boolean holds(TaskEntity task) {
        return user.equals(task.getAssignee());
    }

    /** Whether the task is theirs, or one that their group may claim or has claimed. */
    public boolean sees(TaskEntity task) {
        return holds(task)
                || task.getIdentityLinks().stream()
                        .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType())
                                && link.getGroupId() != null
                                && groups.contains(link.getGroupId()));
    }
}
