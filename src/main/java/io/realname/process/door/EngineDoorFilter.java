package io.realname.process.door;

import io.realname.application.Application;
import io.realname.application.Applications;
import io.realname.application.CallingClient;
import io.realname.application.SubmittedCode;
import io.realname.process.ClientMessage;
import io.realname.process.ClientProcesses;
import io.realname.process.door.EngineDoorRequests.Message;
import io.realname.process.engine.EngineGroups;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.web.Language;
import io.realname.web.Problem;
import io.realname.web.Problems;
import io.realname.web.ReadRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The filter in front of {@code /engine-rest}. Lets only two routes pass, start and message, and rewrites each request
 * so that it contains only what the API allows. Runs it as the client, with the engine's authorizations on. Answers
 * errors as the typed API does.
 */
@Component
class EngineDoorFilter extends OncePerRequestFilter {

    private static final String ROOT = "/engine-rest";
    private static final String MESSAGE = ROOT + "/message";
    private static final Pattern START = Pattern.compile(ROOT + "/process-definition/key/([a-z-]+)/start");

    private final EngineDoorRequests requests;
    private final ClientProcesses processes;
    private final Applications applications;
    private final SubmittedCode submittedCode;
    private final CallingClient client;
    private final IdentityService identities;
    private final Problems problems;
    private final PlatformTransactionManager transactions;

    EngineDoorFilter(
            EngineDoorRequests requests,
            ClientProcesses processes,
            Applications applications,
            SubmittedCode submittedCode,
            CallingClient client,
            IdentityService identities,
            Problems problems,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.processes = processes;
        this.applications = applications;
        this.submittedCode = submittedCode;
        this.client = client;
        this.identities = identities;
        this.problems = problems;
        this.transactions = transactions;
    }

    /** Uses the path that the servlet container has decoded, because {@code /%65ngine-rest} also reaches the engine. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(ROOT);
    }

    /** The path as sent, not decoded: neither of the two routes needs decoding. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            Problem problem = handle(request, answer, chain);
            // If the engine's servlet has sent an error without a body, the error page adds ours.
            if (problem != null && !answer.isCommitted()) {
                answer.reset();
                problems.write(problem, answer);
            }
        } catch (RefusalException e) {
            answer.reset();
            problems.write(problems.of(e.refusal(), Language.of(request)), answer);
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException e) {
            answer.reset();
            problems.write(problems.of(HttpStatus.SERVICE_UNAVAILABLE, Language.of(request)), answer);
        }
        answer.copyBodyToResponse();
    }

    private @Nullable Problem handle(
            HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        Matcher start = START.matcher(path(request));
        boolean isMessage = path(request).equals(MESSAGE);
        if (!isMessage && (!start.matches() || !processes.contains(start.group(1)))) {
            return problems.of(HttpStatus.FORBIDDEN, Language.of(request));
        }
        if (!isJson(request)) {
            return problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Language.of(request));
        }
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (isMessage) {
            send(requests.message(body), request, answer, chain);
        } else {
            asClient(new ReadRequest(request, requests.start(body)), answer, chain);
        }
        return engineFailure(request, answer, isMessage);
    }

    private void send(
            Message message, HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        correlate(message, request, answer, chain);
        if (answer.getStatus() < HttpStatus.BAD_REQUEST.value()
                && message.message() == ClientMessage.MOBILE_CODE_SUBMITTED) {
            submittedCode.refusal(find(message.application())).ifPresent(refusal -> {
                throw new RefusalException(refusal);
            });
        }
    }

    /**
     * Locks the application, so that its messages are correlated one after the other. The engine joins this
     * transaction.
     */
    private void correlate(
            Message message, HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        TransactionStatus transaction = transactions.getTransaction(TransactionDefinition.withDefaults());
        boolean done = false;
        try {
            Application application = applications
                    .findAlone(message.application(), client.name())
                    .orElseThrow(() -> new RefusalException(Refusal.of(RefusalCode.NOT_FOUND)));
            if (!message.message().isExpectedBy(application)) {
                throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
            }
            asClient(new ReadRequest(request, message.body()), answer, chain);
            done = answer.getStatus() < HttpStatus.BAD_REQUEST.value();
        } finally {
            if (done) {
                transactions.commit(transaction);
            } else {
                transactions.rollback(transaction);
            }
        }
    }

    private Application find(UUID id) {
        return applications
                .find(id, client.name())
                .orElseThrow(() -> new RefusalException(Refusal.of(RefusalCode.NOT_FOUND)));
    }

    private void asClient(HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        LocaleContextHolder.setLocale(Language.of(request));
        identities.setAuthentication(client.name(), List.of(EngineGroups.CLIENTS));
        try {
            chain.doFilter(request, answer);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** The engine's error texts contain ids, class names and exception messages, so the client gets another text. */
    private @Nullable Problem engineFailure(
            HttpServletRequest request, ContentCachingResponseWrapper answer, boolean isMessage) {
        HttpStatus status = HttpStatus.valueOf(answer.getStatus());
        if (!status.isError() || MediaType.APPLICATION_PROBLEM_JSON_VALUE.equals(answer.getContentType())) {
            return null;
        }
        if (isMessage && status == HttpStatus.BAD_REQUEST) {
            return problems.of(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED), Language.of(request));
        }
        return problems.of(status.is4xxClientError() ? status : HttpStatus.INTERNAL_SERVER_ERROR, Language.of(request));
    }

    private static boolean isJson(HttpServletRequest request) {
        try {
            return request.getContentType() != null
                    && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(request.getContentType()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
