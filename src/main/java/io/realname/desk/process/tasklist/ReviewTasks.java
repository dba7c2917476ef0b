package io.realname.desk.process.tasklist;

import io.realname.desk.ReviewTask;
import io.realname.desk.process.Colleagues;
import io.realname.desk.process.ReviewByPeople;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the open tasks of reviews, and tells how much of them a reviewer may see. Reads claims and groups each time,
 * because they change.
 */
@Component
class ReviewTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;

    ReviewTasks(TaskService tasks, RuntimeService runtime, IdentityService identities) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
    }

    /**
     * Empty if there is no such task, or if it is not offered to a group of the reviewer. A reviewer who has left the
     * group, or was deleted, reads nothing more, even from tasks that they have claimed.
     */
    Optional<Found> find(String id, String reviewer) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(id)
                        .processDefinitionKey(ReviewByPeople.KEY)
                        .singleResult())
                .filter(task -> isOfGroups(task, reviewer))
                .map(task -> new Found(
                        review(task),
                        holding(task, reviewer),
                        Colleagues.isLent(task) ? task.getOwner() : null,
                        task.getAssignee()));
    }

    private boolean isOfGroups(Task task, String reviewer) {
        Set<String> groups = identities.createGroupQuery().groupMember(reviewer).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType())
                        && link.getGroupId() != null
                        && groups.contains(link.getGroupId()));
    }

    private ReviewTask review(Task task) {
        ProcessInstance review = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new ReviewTask(
                UUID.fromString(review.getBusinessKey()),
                review.getId(),
                ReviewByPeople.stepOf(task.getTaskDefinitionKey()));
    }

    private static Holding holding(Task task, String reviewer) {
        if (task.getAssignee() == null) {
            return Holding.NOBODY;
        }
        return task.getAssignee().equals(reviewer) ? Holding.CALLER : Holding.ANOTHER;
    }

    /** Who has claimed a task. */
    enum Holding {
        NOBODY,
        CALLER,
        ANOTHER
    }

    /**
     * A task that the caller sees.
     *
     * @param owner the login of whoever waits for the opinion of the task's holder
     * @param holder the login of whoever has claimed the task
     */
    record Found(
            ReviewTask task,
            Holding holding,
            @Nullable String owner,
            @Nullable String holder) {}
}
