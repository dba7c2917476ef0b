package io.realname.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;

/** The jobs that wait inside the running app until they are due. A test runs them now. */
@TestComponent
public record Jobs(RuntimeService runtime, ManagementService management) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Lets a job that has failed run again now, instead of when its retry is due. */
    public void retry(String id, String activity) {
        awaitFailure(id, activity);
        fire(id, activity);
    }

    /** Waits until a job has failed for the first time. Its next try comes seconds later. */
    public void awaitFailure(String id, String activity) {
        await().atMost(PATIENCE)
                .until(() -> at(id, activity).stream().anyMatch(job -> job.getExceptionMessage() != null));
    }

    /** As {@link #fire}, once the application has reached the activity. */
    public void fireWhenThere(String id, String activity) {
        await().atMost(PATIENCE).until(() -> at(id, activity).size() == 1);
        fire(id, activity);
    }

    /** Runs the application's only job at an activity now, a timer or a retry, even if it is not due. */
    public void fire(String id, String activity) {
        List<Job> jobs = at(id, activity);
        assertThat(jobs).as("jobs at " + activity).hasSize(1);
        management.executeJob(jobs.get(0).getId());
    }

    /** As {@link #fireWhenThere}, but the app runs it, when it looks for due jobs next. */
    public void isDueWhenThere(String id, String activity) {
        await().atMost(PATIENCE).until(() -> at(id, activity).size() == 1);
        management.setJobDuedate(at(id, activity).get(0).getId(), new Date());
    }

    private List<Job> at(String id, String activity) {
        List<String> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                .map(ProcessInstance::getId)
                .toList();
        // One instance at a time: the engine's SQL for several instances and an activity is not valid.
        return instances.stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).activityId(activity).list().stream())
                .toList();
    }
}
