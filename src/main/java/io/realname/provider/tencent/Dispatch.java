package io.realname.provider.tencent;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Whether one call's request was handed to a connection. It is carried by the request itself, so that the outer
 * interceptor, which sees a call once, learns what the inner one, which sees each sending, has done.
 */
final class Dispatch {

    private boolean sent;

    private Dispatch() {}

    /** Tells failures before the sending ({@link NotSentException}) from failures after it, where nothing is known. */
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
     * Lets a request through once. OkHttp follows a 503 with {@code Retry-After: 0} by a second POST, whatever
     * {@code retryOnConnectionFailure} says; so the header is taken away, and a second sending for any reason refused.
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
