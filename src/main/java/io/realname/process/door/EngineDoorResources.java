package io.realname.process.door;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.web.Problem;
import io.realname.web.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The engine's REST resources. They answer our refusals as problem details instead of a 500. */
@Component
class EngineDoorResources extends CamundaJerseyResourceConfig {

    private final Problems problems;

    EngineDoorResources(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void registerAdditionalResources() {
        super.registerAdditionalResources();
        register(new Refused());
        register(new ConcurrentChange());
    }

    private Response answer(Refusal refusal) {
        Problem problem = problems.of(refusal, LocaleContextHolder.getLocale());
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .language(problem.language())
                .entity(problem);
        Long retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return response.build();
    }

    private final class Refused implements ExceptionMapper<RefusalException> {

        @Override
        public Response toResponse(RefusalException e) {
            return answer(e.refusal());
        }
    }

    /** Another transaction has changed the instance first. */
    private final class ConcurrentChange implements ExceptionMapper<OptimisticLockingException> {

        @Override
        public Response toResponse(OptimisticLockingException e) {
            return answer(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
        }
    }
}
