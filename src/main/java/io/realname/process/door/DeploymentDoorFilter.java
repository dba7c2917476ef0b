package io.realname.process.door;

import io.realname.process.deployment.DeploymentResult;
import io.realname.process.deployment.Deployments;
import io.realname.process.deployment.RefusedDeploymentException;
import io.realname.web.DatabaseOutage;
import io.realname.web.Language;
import io.realname.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.camunda.bpm.engine.ParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The filter for Camunda Modeler's button <em>Deploy</em>: answers three routes of {@code /engine-rest} itself, so none of
 * them reaches the engine's REST API. {@link DeploymentDoorSecurity} has let analysts only come here.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class DeploymentDoorFilter extends OncePerRequestFilter {

    static final String LIST = "/engine-rest/deployment";
    static final String CREATE = LIST + "/create";
    static final String VERSION = "/engine-rest/version";

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentDoorFilter.class);

    private static final Map<String, HttpMethod> ROUTES =
            Map.of(CREATE, HttpMethod.POST, LIST, HttpMethod.GET, VERSION, HttpMethod.GET);

    private final Deployments deployments;
    private final Problems problems;

    DeploymentDoorFilter(Deployments deployments, Problems problems) {
        this.deployments = deployments;
        this.problems = problems;
    }

    /** The path as sent, not decoded: none of the routes needs decoding. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        HttpMethod method = ROUTES.get(path(request));
        return method == null || !method.matches(request.getMethod()) || !isAnalyst();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Else the filter of the engine door refuses the request, as every other that it does not know. */
    private static boolean isAnalyst() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login != null
                && login.getAuthorities().stream()
                        .anyMatch(role -> ("ROLE_" + AnalystLogin.ANALYST).equals(role.getAuthority()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        switch (path(request)) {
            case LIST -> DeploymentAnswers.list(response);
            case VERSION -> DeploymentAnswers.version(response);
            default -> deploy(request, response);
        }
    }

    private void deploy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String analyst = SecurityContextHolder.getContext().getAuthentication().getName();
        if (!StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE)) {
            answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, request, response);
            return;
        }
        try {
            DeploymentForm form = DeploymentForm.read(request);
            if (!form.faults().isEmpty()) {
                throw RefusedDeploymentException.of(form.faults());
            }
            DeploymentResult result = deployments.deploy(analyst, form.submission(analyst));
            DeploymentAnswers.result(result, response);
        } catch (UnreadableFormException e) {
            answer(e.isTooLarge() ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST, request, response);
        } catch (ParseException e) {
            LOG.info("{} sent a deployment that was refused", analyst);
            DeploymentAnswers.refusal(e, response);
        } catch (RuntimeException e) {
            boolean away = DatabaseOutage.isBehind(e);
            LOG.error("A deployment of {} failed", analyst, e);
            answer(away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR, request, response);
        }
    }

    private void answer(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(problems.of(status, Language.of(request)), response);
    }
}
