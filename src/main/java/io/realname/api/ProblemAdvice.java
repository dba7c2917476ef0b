package io.realname.api;

import io.realname.api.upload.MultipartFailure;
import io.realname.evidence.EvidenceRefusedException;
import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.web.DatabaseOutage;
import io.realname.web.Problem;
import io.realname.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers every refusal and failure of the typed door with problem details. The messages of exceptions are not sent to
 * clients.
 */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusalException e, Locale language) {
        return respond(problems.of(e.refusal(), language));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(EvidenceRefusedException e, Locale language) {
        return respond(problems.of(
                Refusal.invalid(e.refused().stream()
                        .map(file -> new FieldError(pointer(file), file.code()))
                        .toList()),
                language));
    }

    private static String pointer(EvidenceRefusedException.Refused file) {
        return "/" + file.part() + (file.index() == 0 ? "" : "/" + file.index());
    }

    /** The malware scanner is unavailable. Files that were not scanned are not accepted. */
    @ExceptionHandler
    ResponseEntity<Problem> unexamined(ExaminationUnavailableException e, Locale language) {
        LOG.error("Files cannot be examined: {}", e.getMessage());
        return respond(problems.of(HttpStatus.SERVICE_UNAVAILABLE, language));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(MultipartException e, Locale language) {
        return respond(MultipartFailure.of(e, problems, language));
    }

    /** The parser's message is not used, since it quotes the body. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, Locale language) {
        return respond(problems.of(Refusal.malformed("", "NOT_JSON"), language));
    }

    /** An id or a number in the request has the wrong format. */
    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException e, Locale language) {
        return "id".equals(e.getName())
                ? respond(problems.of(HttpStatus.NOT_FOUND, language))
                : respond(problems.of(Refusal.malformed("/query/" + e.getName(), "WRONG_TYPE"), language));
    }

    /** Nothing is at this address. The error page decides whether the answer is for a person or for a program. */
    @ExceptionHandler
    void notThere(NoResourceFoundException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Problem> databaseAway(Exception e, Locale language) {
        LOG.error("The database cannot be used: {}", e.getClass().getName());
        return respond(problems.of(HttpStatus.SERVICE_UNAVAILABLE, language));
    }

    /** The client has closed the connection, so nobody can be answered. */
    @ExceptionHandler
    void clientIsGone(AsyncRequestNotUsableException e) {
        LOG.debug(
                "A client closed the connection before the answer: {}",
                e.getClass().getName());
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(Exception e, Locale language) {
        if (e instanceof ErrorResponse response) {
            // A 405 carries the header with the allowed methods, a 415 the header with the accepted types.
            return respond(problems.of(known(response.getStatusCode()), language), response.getHeaders());
        }
        if (DatabaseOutage.isBehind(e)) {
            return databaseAway(e, language);
        }
        LOG.error("A request failed", e);
        return respond(problems.of(HttpStatus.INTERNAL_SERVER_ERROR, language));
    }

    private static HttpStatus known(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static ResponseEntity<Problem> respond(Problem problem) {
        return respond(problem, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> respond(Problem problem, HttpHeaders more) {
        Long retryAfter = problem.retryAfterSeconds();
        return ResponseEntity.status(problem.status())
                .headers(more)
                .headers(headers -> set(headers, retryAfter))
                .header(HttpHeaders.CONTENT_LANGUAGE, problem.language().toLanguageTag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static void set(HttpHeaders headers, @Nullable Long retryAfter) {
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
    }
}
