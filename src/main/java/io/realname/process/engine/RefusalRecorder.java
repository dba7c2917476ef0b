package io.realname.process.engine;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Stores in the HTTP request that one of our steps refused it, or that another transaction was faster. The engine's
 * REST API does not know our refusals and hides them under its own exceptions.
 */
public final class RefusalRecorder extends CommandInterceptor {

    private static final String ATTRIBUTE = RefusalRecorder.class.getName();
    private static final String TOLD = ATTRIBUTE + ".told";

    RefusalRecorder() {}

    /** The refusal that occurred while the engine served the request. */
    public static Optional<Refusal> of(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(ATTRIBUTE));
    }

    /**
     * Tells that the caller will read the refusal and answer with it. The engine then need not log it as an error of
     * its own.
     */
    public static void willBeTold(HttpServletRequest request) {
        request.setAttribute(TOLD, true);
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            Refusal refusal = refusalBehind(command, e);
            if (request != null && refusal != null) {
                request.setAttribute(ATTRIBUTE, refusal, RequestAttributes.SCOPE_REQUEST);
                if (request.getAttribute(TOLD, RequestAttributes.SCOPE_REQUEST) != null) {
                    throw new AuthorizationException(refusal.code().name());
                }
            }
            throw e;
        }
    }

    private static @Nullable Refusal refusalBehind(Command<?> command, Throwable failure) {
        RefusalException refused = ExceptionUtils.throwableOfType(failure, RefusalException.class);
        if (refused != null) {
            return refused.refusal();
        }
        return ConcurrentChange.isBehind(command, failure) ? Refusal.of(RefusalCode.TASK_OVERTAKEN) : null;
    }
}
