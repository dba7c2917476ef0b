package io.realname.operations.process;

import io.realname.operations.process.StoppedJobs.FailingStep;
import io.realname.operations.process.StoppedJobs.StoppedStep;
import io.realname.process.engine.WebAppRole;
import io.realname.process.engine.WebAppUsers;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators at which steps jobs have stopped, and lets all of one step and reason go on at once. */
@RestController
@RequestMapping("/operations/stopped-jobs")
class StoppedJobsController {

    private static final Logger LOG = LoggerFactory.getLogger(StoppedJobsController.class);

    private final WebAppUsers users;
    private final StoppedJobs stopped;

    StoppedJobsController(WebAppUsers users, StoppedJobs stopped) {
        this.users = users;
        this.stopped = stopped;
    }

    @GetMapping
    Steps all(HttpServletRequest request) {
        users.admit(request, WebAppRole.OPERATOR);
        return new Steps(stopped.all(), stopped.failing());
    }

    @PostMapping(path = "/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    Retried retry(HttpServletRequest request, @RequestBody Which which) {
        String operator = users.admitOwnPage(request, WebAppRole.OPERATOR);
        String process = Refusal.required("/process", which.process());
        String step = Refusal.required("/step", which.step());
        String code = Refusal.required("/code", which.code());
        if (!StoppedJobs.mayGoOnTogether(code)) {
            throw new RefusalException(Refusal.malformed("/code", "NOT_RETRIED_TOGETHER"));
        }
        int jobs = stopped.goOn(process, step, code, operator);
        if (jobs > 0) {
            LOG.info("Operator {} lets {} jobs go on", operator, jobs);
        }
        return new Retried(jobs, jobs == StoppedJobs.MOST);
    }

    /**
     * @param steps where jobs have stopped
     * @param failing where jobs have failed, and go on by themselves
     */
    record Steps(List<StoppedStep> steps, List<FailingStep> failing) {}

    /** Which jobs are to go on: those that are shown with these three values. */
    record Which(
            @Nullable String process,
            @Nullable String step,
            @Nullable String code) {}

    /** @param more whether there may be more of these jobs; then the same request lets the next ones go on */
    record Retried(int jobs, boolean more) {}
}
