package io.realname.api.upload;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a request that fails when its time is over. The time begins with the first read. */
final class TimedInput implements InputBuffer {

    private final Request request;
    private final InputBuffer input;
    private final Duration time;
    private long begun;

    TimedInput(Request request, InputBuffer input, Duration time) {
        this.request = request;
        this.input = input;
        this.time = time;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (begun == 0) {
            begun = System.nanoTime();
        }
        if (System.nanoTime() - begun > time.toNanos()) {
            // Tomcat would otherwise read the rest of this slow request to its end.
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            throw new UploadTooSlowException();
        }
        return input.doRead(handler);
    }

    @Override
    public int available() {
        return input.available();
    }
}
