package io.realname.desk.process.tasklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.realname.desk.ReviewEvidence;
import io.realname.desk.ReviewFile;
import io.realname.desk.ReviewView;
import io.realname.desk.ReviewView.ReviewedApplication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The data for the form in Tasklist. A logged-in user gets a summary while their group may claim the task, all data
 * while they hold it themselves, and nothing afterwards.
 */
@RestController
@RequestMapping("/review/tasks/{taskId}")
class ReviewController {

    private final ReviewFile file;
    private final ReviewAnswers answers;
    private final TaskHolders holders;

    ReviewController(ReviewFile file, ReviewAnswers answers, TaskHolders holders) {
        this.file = file;
        this.answers = answers;
        this.holders = holders;
    }

    @GetMapping
    ResponseEntity<?> task(
            HttpServletRequest request,
            @PathVariable String taskId,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        return holders.answerWhoSees(request, taskId, language, (task, reviewer) -> switch (task.holding()) {
            case NOBODY -> answers.ok().body(new Summary(file.summary(task.task()), null));
            case CALLER -> answers.ok().body(new Held(file.of(task.task(), reviewer), task.owner()));
            case ANOTHER ->
                reviewer.equals(task.owner())
                        ? answers.ok().body(new Summary(file.summary(task.task()), task.holder()))
                        : answers.refusal(HttpStatus.FORBIDDEN, request, language);
        });
    }

    /** Returns a picture. Its Content-Security-Policy lets the browser run nothing and load nothing. */
    @GetMapping("/evidence/{evidenceId}")
    ResponseEntity<?> evidence(
            HttpServletRequest request,
            @PathVariable String taskId,
            @PathVariable UUID evidenceId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        return holders.answer(request, taskId, language, (task, reviewer) -> {
            Optional<ReviewEvidence> evidence = file.evidence(task, evidenceId, page, reviewer);
            if (evidence.isEmpty()) {
                return answers.refusal(HttpStatus.NOT_FOUND, request, language);
            }
            return answers.ok()
                    .contentType(MediaType.parseMediaType(evidence.get().type()))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                    .header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .body(evidence.get().content());
        });
    }

    /**
     * The answer while the caller does not hold the task.
     *
     * @param lentTo the login of the colleague whose opinion the caller waits for
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Summary(
            ReviewedApplication application, @Nullable String lentTo) {}

    /**
     * The answer to the holder of the task.
     *
     * @param askedBy the login of whoever waits for the caller's opinion; the caller cannot decide the task then
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Held(@JsonUnwrapped ReviewView view, @Nullable String askedBy) {}
}
