package io.realname.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what no controller has answered, in place of Spring Boot's own: problem details at the doors, whatever the
 * request accepts (its {@code Accept} may be what is wrong with it); a page for browsers elsewhere.
 */
@Controller
class ErrorAnswers implements ErrorController {

    private final Problems problems;
    private final ErrorAttributes attributes;

    ErrorAnswers(Problems problems, ErrorAttributes attributes) {
        this.problems = problems;
        this.attributes = attributes;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(request);
        if (isForPage(request)) {
            Map<String, Object> model =
                    attributes.getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
            return new ModelAndView("error", model, status);
        }
        problems.write(problems.of(status, Language.of(request)), response);
        return null;
    }

    private static boolean isForPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                && !Doors.isDoor(uri)
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Without a status somebody has come here on purpose, and there is nothing to see. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
