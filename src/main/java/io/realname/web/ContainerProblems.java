package io.realname.web;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Writes problem details for requests that Tomcat itself refuses before any filter runs: {@code %00} in an address,
 * control characters in a header, headers that are too long.
 */
final class ContainerProblems extends ErrorReportValve {

    /**
     * Tomcat answers 501 if it does not know the {@code Transfer-Encoding}. We answer 400: the server has not failed,
     * and clients often repeat a request after a 5xx.
     */
    private static final Map<Integer, HttpStatus> OUR_STATUS = Map.of(501, HttpStatus.BAD_REQUEST);

    private final Problems problems;

    ContainerProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int sent = response.getStatus();
        if (sent < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (!open.get()) {
            return;
        }
        HttpStatus status = OUR_STATUS.getOrDefault(sent, HttpStatus.resolve(sent));
        try {
            problems.write(
                    problems.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, Language.of(request)),
                    response);
            response.finishResponse();
        } catch (IOException e) {
            // The client has closed the connection.
            container.getLogger().debug("no answer could be given", e);
        }
    }
}
