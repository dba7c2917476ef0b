package io.realname.process.engine;

import io.realname.application.Refusal;
import io.realname.application.RefusalException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes, on the request that the engine works for, that one of our steps refused it. The engine's REST API knows no
 * refusals and buries them under its own exceptions.
 */
public final class NotedRefusal extends CommandInterceptor {

    private static final String ATTRIBUTE = NotedRefusal.class.getName();

    NotedRefusal() {}

    /** The refusal that the engine ran into while it served the request. */
    public static Optional<Refusal> of(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            note(e);
            throw e;
        }
    }

    private static void note(@Nullable Throwable failure) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        for (Throwable cause = failure; request != null && cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusalException refused) {
                request.setAttribute(ATTRIBUTE, refused.refusal(), RequestAttributes.SCOPE_REQUEST);
            }
        }
    }
}
