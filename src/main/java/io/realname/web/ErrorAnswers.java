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
 * Answers errors that no controller has answered; replaces Spring Boot's error controller. Addresses for programs get
 * problem details, even if the request does not accept them, since its {@code Accept} may itself be the error. Browsers
 * get a page at the other addresses.
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

    /** Without a status nothing has failed: the client has called the error address itself, and gets 404. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
