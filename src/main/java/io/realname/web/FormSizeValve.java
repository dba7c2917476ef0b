package io.realname.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/**
 * Refuses URL-encoded forms, such as the login of the web apps, above 64 KiB. Tomcat has only one limit for these forms
 * and for multipart parts without a file name. That limit has to be as large as a picture.
 */
final class FormSizeValve extends ValveBase {

    private static final int LIMIT = 64 * 1024;

    FormSizeValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isForm(request) && (request.getContentLengthLong() > LIMIT || isOfUnknownLength(request))) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        getNext().invoke(request, response);
    }

    private static boolean isForm(Request request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static boolean isOfUnknownLength(Request request) {
        return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    }
}
