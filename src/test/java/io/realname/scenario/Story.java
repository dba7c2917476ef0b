package io.realname.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.process.Cases;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/** What has happened in one scenario so far: one application, and what goes on without anybody's doing. */
final class Story {

    /** This step waits until the scenario says what the bank says. */
    private static final String ASKS_THE_BANK = "CheckBankCard";

    final ProcessRuns runs;
    final Cases cases;
    private @Nullable ProcessRun run;
    private @Nullable Applicant holder;

    Story(ProcessRuns runs, Cases cases) {
        this.runs = runs;
        this.cases = cases;
    }

    void begins(ProcessRun applied) {
        run = applied;
    }

    /** The application. */
    ProcessRun run() {
        assertThat(run)
                .as("somebody has applied; begin with: The applicant applies.")
                .isNotNull();
        return Objects.requireNonNull(run);
    }

    /** Somebody who was verified before the story begins. */
    Applicant holder() {
        Applicant known = holder;
        if (known == null) {
            known = cases.holder();
            holder = known;
            // What it took to verify them is not part of the story.
            runs.sandbox().reset();
        }
        return known;
    }

    List<String> passed() {
        return run == null ? List.of() : run.passed();
    }

    List<ProcessRun.Way> ways() {
        return run == null ? List.of() : run.ways();
    }

    /** Runs what is due and asks nobody outside but for the SMS. */
    void goOn() {
        while (run != null) {
            List<String> toTheBank = waitingForTheBank();
            List<Job> due = jobs().stream()
                    .filter(job -> job.getDuedate() == null
                            || !job.getDuedate().toInstant().isAfter(Instant.now()))
                    .filter(job -> !toTheBank.contains(job.getId()))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            management().executeJob(due.get(0).getId());
        }
    }

    /** What is due first happens, if it is due in this time. */
    void pass(Duration time) {
        Instant until = Instant.now().plus(time);
        for (Job job : jobs()) {
            if (job.getDuedate() != null && !job.getDuedate().toInstant().isAfter(until)) {
                management().executeJob(job.getId());
                return;
            }
        }
        throw new AssertionError("nothing happens in this time" + next());
    }

    void nothingHappens(Duration time) {
        Instant until = Instant.now().plus(time);
        if (jobs().stream()
                .anyMatch(job -> job.getDuedate() != null
                        && !job.getDuedate().toInstant().isAfter(until))) {
            throw new AssertionError("something happens in this time" + next());
        }
    }

    private String next() {
        return jobs().stream()
                .filter(job -> job.getDuedate() != null)
                .findFirst()
                .map(job -> "; the next thing is due in "
                        + Duration.between(Instant.now(), job.getDuedate().toInstant())
                                .plusSeconds(30)
                                .toMinutes()
                        + " minutes")
                .orElse("; no time runs");
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (String instance : run().running()) {
            jobs.addAll(management()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .orderByJobDuedate()
                    .asc()
                    .list());
        }
        return jobs;
    }

    List<String> waitingForTheBank() {
        List<String> jobs = new ArrayList<>();
        for (String instance : run().running()) {
            management().createJobQuery().processInstanceId(instance).activityId(ASKS_THE_BANK).list().stream()
                    .map(Job::getId)
                    .forEach(jobs::add);
        }
        return jobs;
    }

    private ManagementService management() {
        return runs.engine().getManagementService();
    }
}
