package io.realname.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers errors that no controller has answered; replaces Spring Boot's error controller. Addresses for programs get
 * problem details, even if the request does not accept them, since its {@code Accept} may itself be the error. Browsers
 * get a page at the other addresses.
 */
@Controller
class ErrorAnswers implements ErrorController {

    private final Problems problems;
    private final ErrorPage page;

    ErrorAnswers(Problems problems, ErrorPage page) {
        this.problems = problems;
        this.page = page;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(request);
        if (ErrorPage.isFor(request, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
            page.write(status, request, response);
        } else {
            problems.write(problems.of(status, Language.of(request)), response);
        }
    }

    /** Without a status nothing has failed: the client has called the error address itself, and gets 404. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
