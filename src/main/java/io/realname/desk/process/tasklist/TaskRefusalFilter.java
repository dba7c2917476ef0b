package io.realname.desk.process.tasklist;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.process.engine.RefusalRecorder;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.web.Language;
import io.realname.web.Problem;
import io.realname.web.Problem.FieldProblem;
import io.realname.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tells a reviewer why a claim or a decision was refused. The engine would answer 500 with the name of a class. This
 * filter answers 422 in the engine's format, which Tasklist shows, in the reader's language. It answers 409 if another
 * transaction was faster.
 */
@Component
class TaskRefusalFilter extends OncePerRequestFilter {

    private static final String ENGINE = "/camunda/api/engine";
    private static final Pattern TASK = Pattern.compile("/engine/[^/]+/task/[^/]+/[a-z-]+");

    private final Problems problems;
    private final ObjectMapper json;

    TaskRefusalFilter(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getServletPath().equals(ENGINE)
                || request.getPathInfo() == null
                || !TASK.matcher(request.getPathInfo()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        RefusalRecorder.willBeTold(request);
        chain.doFilter(request, answer);
        Optional<Refusal> refusal = RefusalRecorder.of(request);
        if (refusal.isPresent() && HttpStatus.valueOf(answer.getStatus()).isError()) {
            answer.resetBuffer();
            answer.setStatus(status(refusal.get()).value());
            answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
            answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
            answer.getOutputStream().write(json.writeValueAsBytes(told(refusal.get(), Language.of(request))));
        }
        answer.copyBodyToResponse();
    }

    private static HttpStatus status(Refusal refusal) {
        return refusal.code() == RefusalCode.TASK_OVERTAKEN ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    private EngineError told(Refusal refusal, Locale language) {
        Problem problem = problems.of(refusal, language);
        List<FieldProblem> errors = problem.errors();
        return new EngineError(
                problem.code(),
                errors == null
                        ? problem.detail()
                        : errors.stream().map(FieldProblem::detail).collect(Collectors.joining(" ")));
    }

    /** An error in the format of the engine's REST API. */
    record EngineError(String type, String message) {}
}
