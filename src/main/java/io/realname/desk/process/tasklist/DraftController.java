package io.realname.desk.process.tasklist;

import io.realname.desk.ReviewDraft;
import io.realname.desk.ReviewDrafts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
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

    private final TaskHolders holders;
    private final ReviewDrafts drafts;

    DraftController(TaskHolders holders, ReviewDrafts drafts) {
        this.holders = holders;
        this.drafts = drafts;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> save(
            HttpServletRequest request,
            @PathVariable String taskId,
            @RequestBody ReviewDraft draft,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        return holders.answerOwnPage(request, taskId, language, (task, reviewer) -> {
            drafts.save(task, reviewer, draft);
            return ResponseEntity.noContent().build();
        });
    }
}
