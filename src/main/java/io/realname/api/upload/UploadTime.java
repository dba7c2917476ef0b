package io.realname.api.upload;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Limits the time in which a multipart request has to arrive. Tomcat limits only each single pause
 * ({@code server.tomcat.connection-timeout}). So a client that sends a byte now and then could keep its place, and the
 * memory of what has arrived, without end.
 */
public final class UploadTime extends ValveBase {

    private final Duration time;

    public UploadTime(Duration time) {
        super(true);
        this.time = time;
    }

    static boolean isMultipart(@Nullable String contentType) {
        return StringUtils.startsWithIgnoreCase(contentType, "multipart/");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!isMultipart(request.getContentType())) {
            getNext().invoke(request, response);
            return;
        }
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        InputBuffer input = connection.getInputBuffer();
        connection.setInputBuffer(new TimedInput(connection, input, time));
        try {
            getNext().invoke(request, response);
        } finally {
            // The next request on this connection needs the original input.
            connection.setInputBuffer(input);
        }
    }
}
