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
 * Bounds the time in which a multipart request arrives. The container bounds single silences only
 * ({@code server.tomcat.connection-timeout}), so that a byte now and then would hold a place, and what has arrived in
 * memory, for ever.
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
            // The connection is used for other requests.
            connection.setInputBuffer(input);
        }
    }
}
