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

/**
 * Answers the user who holds a task, and where it says so the users who see it: 401 without a login, 404 without such a
 * task, 403 if somebody else holds it.
 */
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
        return answerWhoSees(
                request,
                taskId,
                language,
                (found, reviewer) -> found.holding() == Holding.CALLER
                        ? work.apply(found.task(), reviewer)
                        : answers.refusal(HttpStatus.FORBIDDEN, request, language));
    }

    /** As {@link #answer}, and only if Tasklist's own page sends the request: with its CSRF token. */
    ResponseEntity<?> answerOwnPage(
            HttpServletRequest request,
            String taskId,
            @Nullable String language,
            BiFunction<ReviewTask, String, ResponseEntity<?>> work) {
        return isForged(request)
                ? answers.refusal(HttpStatus.FORBIDDEN, request, language)
                : answer(request, taskId, language, work);
    }

    /** As {@link #answer}, also to users who do not hold the task: it is offered to a group of theirs. */
    ResponseEntity<?> answerWhoSees(
            HttpServletRequest request,
            String taskId,
            @Nullable String language,
            BiFunction<Found, String, ResponseEntity<?>> work) {
        Optional<String> reviewer = login.of(request);
        if (reviewer.isEmpty()) {
            return answers.refusal(HttpStatus.UNAUTHORIZED, request, language);
        }
        Optional<Found> found = tasks.find(taskId, reviewer.get());
        return found.isEmpty()
                ? answers.refusal(HttpStatus.NOT_FOUND, request, language)
                : work.apply(found.get(), reviewer.get());
    }

    /** As {@link #answerWhoSees}, and only if Tasklist's own page sends the request. */
    ResponseEntity<?> answerOwnPageOfWhoSees(
            HttpServletRequest request,
            String taskId,
            @Nullable String language,
            BiFunction<Found, String, ResponseEntity<?>> work) {
        return isForged(request)
                ? answers.refusal(HttpStatus.FORBIDDEN, request, language)
                : answerWhoSees(request, taskId, language, work);
    }

    /** Without a login, the answer is 401 whatever else is wrong. */
    private boolean isForged(HttpServletRequest request) {
        return login.of(request).isPresent() && !WebAppToken.isIn(request);
    }
}
