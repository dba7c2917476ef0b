package io.realname.provider.tencent;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Whether the request of one call was handed to a connection. The request itself carries this object. So the outer
 * interceptor, which runs once per call, learns what the inner one did, which runs at each sending.
 */
final class Dispatch {

    private boolean sent;

    private Dispatch() {}

    /**
     * Distinguishes a failure before the sending ({@link NotSentException}) from a failure after it, when the result is
     * not known.
     */
    static Response tellUnsent(Interceptor.Chain chain) throws IOException {
        Dispatch dispatch = new Dispatch();
        Request request =
                chain.request().newBuilder().tag(Dispatch.class, dispatch).build();
        try {
            return chain.proceed(request);
        } catch (IOException e) {
            throw dispatch.sent ? e : new NotSentException(e);
        }
    }

    /**
     * Sends a request only once. After a 503 with {@code Retry-After: 0}, OkHttp sends the POST again, whatever
     * {@code retryOnConnectionFailure} says. So this interceptor removes the header, and refuses every second sending.
     */
    static Response sendOnce(Interceptor.Chain chain) throws IOException {
        Dispatch dispatch = chain.request().tag(Dispatch.class);
        if (dispatch == null || dispatch.sent) {
            throw new IOException("refused to send the request a second time");
        }
        dispatch.sent = true;
        return chain.proceed(chain.request())
                .newBuilder()
                .removeHeader("Retry-After")
                .build();
    }
}
