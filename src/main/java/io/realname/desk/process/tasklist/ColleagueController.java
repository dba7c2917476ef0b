package io.realname.desk.process.tasklist;

import io.realname.desk.ReviewTask;
import io.realname.desk.process.Colleagues;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.review.ColleagueNote;
import io.realname.validation.InvalidValueException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands a task over to a colleague, asks a colleague for an opinion, and gives it. Accepts only requests of Tasklist's own
 * page: they have Tasklist's CSRF token.
 */
@RestController
@RequestMapping("/review/tasks/{taskId}")
class ColleagueController {

    private final TaskHolders holders;
    private final Colleagues colleagues;
    private final ReviewAnswers answers;

    ColleagueController(TaskHolders holders, Colleagues colleagues, ReviewAnswers answers) {
        this.holders = holders;
        this.colleagues = colleagues;
        this.answers = answers;
    }

    /** Those to whom the holder may give the task. */
    @GetMapping("/colleagues")
    ResponseEntity<?> colleagues(
            HttpServletRequest request,
            @PathVariable String taskId,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        return holders.answer(
                request, taskId, language, (task, reviewer) -> answers.ok().body(colleagues.of(taskId, reviewer)));
    }

    @PostMapping(path = "/handover", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> handOver(
            HttpServletRequest request,
            @PathVariable String taskId,
            @RequestBody Message message,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        return write(
                request,
                taskId,
                language,
                message,
                true,
                (task, reviewer, colleague, text) -> colleagues.handOver(taskId, task, reviewer, colleague, text));
    }

    @PostMapping(path = "/opinion/request", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> askOpinion(
            HttpServletRequest request,
            @PathVariable String taskId,
            @RequestBody Message message,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        return write(
                request,
                taskId,
                language,
                message,
                true,
                (task, reviewer, colleague, text) -> colleagues.askOpinion(taskId, task, reviewer, colleague, text));
    }

    @PostMapping(path = "/opinion", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> giveOpinion(
            HttpServletRequest request,
            @PathVariable String taskId,
            @RequestBody Message message,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        return write(
                request,
                taskId,
                language,
                message,
                false,
                (task, reviewer, colleague, text) -> colleagues.giveOpinion(taskId, task, reviewer, text));
    }

    /** Takes the task back from the colleague who was asked. The caller does not hold the task. */
    @PostMapping("/opinion/withdrawal")
    ResponseEntity<?> takeBack(
            HttpServletRequest request,
            @PathVariable String taskId,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        return holders.answerOwnPageOfWhoSees(
                request,
                taskId,
                language,
                (found, owner) -> done(request, language, () -> colleagues.takeBack(taskId, found.task(), owner)));
    }

    private ResponseEntity<?> write(
            HttpServletRequest request,
            String taskId,
            @Nullable String language,
            Message message,
            boolean addressed,
            Work work) {
        return holders.answerOwnPage(request, taskId, language, (task, reviewer) -> {
            String colleague = message.colleague();
            if (addressed && (colleague == null || colleague.isBlank() || colleague.equals(reviewer))) {
                return answers.refusal(Refusal.malformed("/colleague", "REQUIRED"), request, language);
            }
            String text;
            try {
                text = ColleagueNote.written(message.text());
            } catch (InvalidValueException e) {
                return answers.refusal(Refusal.malformed("/text", e.code()), request, language);
            }
            return done(request, language, () -> work.with(task, reviewer, colleague == null ? "" : colleague, text));
        });
    }

    private ResponseEntity<?> done(HttpServletRequest request, @Nullable String language, Runnable work) {
        try {
            work.run();
            return answers.ok().build();
        } catch (RefusalException e) {
            return answers.refusal(e.refusal(), request, language);
        }
    }

    private interface Work {
        void with(ReviewTask task, String reviewer, String colleague, String text);
    }

    /**
     * What a reviewer writes to a colleague.
     *
     * @param colleague the colleague's login; an opinion goes to whoever asked
     */
    record Message(@Nullable String colleague, @Nullable String text) {

        @Override
        public String toString() {
            return "Message[sealed]";
        }
    }
}
