package io.realname.desk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Remind reviewers": raises the priority of the task. */
@Component
class RemindReviewers implements JavaDelegate {

    private static final int PRIORITY = 80;

    private final OpenTasks tasks;

    RemindReviewers(OpenTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tasks.of(execution).forEach(task -> tasks.raisePriority(task, PRIORITY));
    }
}
