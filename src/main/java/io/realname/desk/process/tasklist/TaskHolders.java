package io.realname.desk.process.tasklist;

import io.realname.desk.ReviewTask;
import io.realname.desk.process.tasklist.ReviewTasks.Found;
import io.realname.desk.process.tasklist.ReviewTasks.Holding;
import io.realname.process.engine.WebAppToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers only the user who holds a task: 401 without a login, 404 without such a task, 403 if somebody else holds it. */
@Component
class TaskHolders {

    private final TasklistLogin login;
    private final ReviewTasks tasks;
    private final ReviewAnswers answers;

    TaskHolders(TasklistLogin login, ReviewTasks tasks, ReviewAnswers answers) {
        this.login = login;
        this.tasks = tasks;
        this.answers = answers;
    }

    /** @param work the answer to the holder, from the task and the holder's login */
    ResponseEntity<?> answer(
            HttpServletRequest request,
            String taskId,
            @Nullable String language,
            BiFunction<ReviewTask, String, ResponseEntity<?>> work) {
        Optional<String> reviewer = login.of(request);
        if (reviewer.isEmpty()) {
            return answers.refusal(HttpStatus.UNAUTHORIZED, request, language);
        }
        Optional<Found> found = tasks.find(taskId, reviewer.get());
        if (found.isEmpty()) {
            return answers.refusal(HttpStatus.NOT_FOUND, request, language);
        }
        if (found.get().holding() != Holding.CALLER) {
            return answers.refusal(HttpStatus.FORBIDDEN, request, language);
        }
        return work.apply(found.get().task(), reviewer.get());
    }

    /** As {@link #answer}, and only if Tasklist's own page sends the request: with its CSRF token. */
    ResponseEntity<?> answerOwnPage(
            HttpServletRequest request,
            String taskId,
            @Nullable String language,
            BiFunction<ReviewTask, String, ResponseEntity<?>> work) {
        if (login.of(request).isPresent() && !WebAppToken.isIn(request)) {
            return answers.refusal(HttpStatus.FORBIDDEN, request, language);
        }
        return answer(request, taskId, language, work);
    }
}
