package io.realname.desk.process.tasklist;

import io.realname.desk.ReviewDraft;
import io.realname.desk.ReviewDrafts;
import io.realname.desk.process.tasklist.ReviewTasks.Found;
import io.realname.desk.process.tasklist.ReviewTasks.Holding;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keeps what the holder of a task types, while they type. Accepts only requests of Tasklist's own page: they are JSON, and
 * have Tasklist's CSRF token.
 */
@RestController
@RequestMapping("/review/tasks/{taskId}/draft")
class DraftController {

    private final TasklistLogin login;
    private final ReviewTasks tasks;
    private final ReviewDrafts drafts;
    private final ReviewAnswers answers;

    DraftController(TasklistLogin login, ReviewTasks tasks, ReviewDrafts drafts, ReviewAnswers answers) {
        this.login = login;
        this.tasks = tasks;
        this.drafts = drafts;
        this.answers = answers;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> save(
            HttpServletRequest request,
            @PathVariable String taskId,
            @RequestBody ReviewDraft draft,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        Optional<String> reviewer = login.of(request);
        if (reviewer.isEmpty()) {
            return answers.refusal(HttpStatus.UNAUTHORIZED, request, language);
        }
        if (!TasklistToken.isIn(request)) {
            return answers.refusal(HttpStatus.FORBIDDEN, request, language);
        }
        Optional<Found> found = tasks.find(taskId, reviewer.get());
        if (found.isEmpty()) {
            return answers.refusal(HttpStatus.NOT_FOUND, request, language);
        }
        if (found.get().holding() != Holding.CALLER) {
            return answers.refusal(HttpStatus.FORBIDDEN, request, language);
        }
        drafts.save(found.get().task(), reviewer.get(), draft);
        return ResponseEntity.noContent().build();
    }
}
