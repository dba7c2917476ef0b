package io.realname.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.web.Problem.FieldProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Turns refusals and failures into problem details, in the same way at the typed door and at the engine door. */
@Component
public class Problems {

    private static final long SECONDS_UNTIL_BACK = 5;

    private final Words words;
    private final ObjectMapper json;

    Problems(Words words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    public Problem of(Refusal refusal, Locale language) {
        HttpStatus status = status(refusal.code());
        return new Problem(
                status.getReasonPhrase(),
                status.value(),
                refusal.code().name(),
                words.of("refusal." + refusal.code(), language),
                refusal.errors().isEmpty() ? null : fields(refusal.errors(), language),
                refusal.attemptsLeft(),
                refusal.retryAfter() == null
                        ? null
                        : Math.max(1, refusal.retryAfter().toSeconds()),
                Words.language(language));
    }

    /** The problem for an error that belongs to no application. */
    public Problem of(HttpStatus status, Locale language) {
        return of(status, List.of(), language);
    }

    /** As {@link #of(HttpStatus, Locale)}, with the one field or header that is wrong. */
    public Problem of(HttpStatus status, FieldError error, Locale language) {
        return of(status, List.of(error), language);
    }

    private Problem of(HttpStatus status, List<FieldError> errors, Locale language) {
        String code = code(status);
        return new Problem(
                status.getReasonPhrase(),
                status.value(),
                code,
                words.of("refusal." + code, language),
                errors.isEmpty() ? null : fields(errors, language),
                null,
                status == HttpStatus.SERVICE_UNAVAILABLE ? SECONDS_UNTIL_BACK : null,
                Words.language(language));
    }

    public void write(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, problem.language().toLanguageTag());
        if (!response.containsHeader(HttpHeaders.VARY)) {
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
        Long retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private List<FieldProblem> fields(List<FieldError> errors, Locale language) {
        return errors.stream()
                .map(error ->
                        new FieldProblem(error.pointer(), error.code(), words.of("field." + error.words(), language)))
                .toList();
    }

    private static HttpStatus status(RefusalCode code) {
        return switch (code) {
            case MALFORMED_REQUEST -> HttpStatus.BAD_REQUEST;
            case INVALID_APPLICATION, INVALID_CODE, MOBILE_CODE_WRONG, MOBILE_CODE_EXPIRED, IDEMPOTENCY_KEY_REUSED ->
                HttpStatus.UNPROCESSABLE_ENTITY;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case ACCOUNT_ALREADY_VERIFIED,
                    APPLICATION_IN_PROGRESS,
                    ACTION_NOT_EXPECTED,
                    REQUEST_IN_PROGRESS,
                    TASK_NOT_CLAIMED,
                    TASK_OVERTAKEN,
                    OPINION_IS_OWED,
                    ALREADY_VOTED,
                    PROPOSAL_OVERTAKEN,
                    PROPOSAL_DECIDED -> HttpStatus.CONFLICT;
            case REVIEWER_IS_PARTY, REVIEWER_NOT_IN_GROUP, REVIEWER_KNOWS_THE_CASE, PROPOSAL_IS_OWN ->
                HttpStatus.FORBIDDEN;
            case TOO_MANY_REQUESTS, TOO_MANY_READINGS -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    private static String code(@Nullable HttpStatus status) {
        if (status == null) {
            return "INTERNAL_ERROR";
        }
        return switch (status) {
            case BAD_REQUEST,
                    EXPECTATION_FAILED,
                    REQUEST_HEADER_FIELDS_TOO_LARGE,
                    URI_TOO_LONG,
                    HTTP_VERSION_NOT_SUPPORTED -> RefusalCode.MALFORMED_REQUEST.name();
            case UNAUTHORIZED -> "UNAUTHORIZED";
            case FORBIDDEN -> "FORBIDDEN";
            case NOT_FOUND -> RefusalCode.NOT_FOUND.name();
            case METHOD_NOT_ALLOWED -> "METHOD_NOT_ALLOWED";
            case NOT_ACCEPTABLE -> "NOT_ACCEPTABLE";
            case REQUEST_TIMEOUT -> "REQUEST_TIMEOUT";
            case CONFLICT -> RefusalCode.ACTION_NOT_EXPECTED.name();
            case PAYLOAD_TOO_LARGE -> "PAYLOAD_TOO_LARGE";
            case UNSUPPORTED_MEDIA_TYPE -> "UNSUPPORTED_MEDIA_TYPE";
            case SERVICE_UNAVAILABLE -> "SERVICE_UNAVAILABLE";
            default -> "INTERNAL_ERROR";
        };
    }
}
