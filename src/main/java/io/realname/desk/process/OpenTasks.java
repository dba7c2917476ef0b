package io.realname.desk.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open tasks of a review. */
@Component
class OpenTasks {

    private final TaskService tasks;

    OpenTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    List<Task> of(DelegateExecution execution) {
        return tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list();
    }

    void raisePriority(Task task, int priority) {
        tasks.setPriority(task.getId(), Math.max(priority, task.getPriority()));
    }

    /** Adds a group only once; otherwise the engine would store it several times. */
    void offer(Task task, String group) {
        if (!offeredTo(task).contains(group)) {
            tasks.addCandidateGroup(task.getId(), group);
        }
    }

    List<String> offeredTo(Task task) {
        return offeredTo(task.getId());
    }

    List<String> offeredTo(String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    void release(Task task) {
        tasks.setAssignee(task.getId(), null);
    }
}
