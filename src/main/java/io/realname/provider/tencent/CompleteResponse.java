package io.realname.provider.tencent;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Reads an answer to its end, within the time limit of the call and a limit of size. The SDK alone would read an answer
 * of any length, and would leave the connection open if the status is not 200.
 */
final class CompleteResponse {

    /** In bytes. The answers to our requests are below 1 KB, a full page of SMS states below 50 KB. */
    static final long LONGEST = 256 * 1024L;

    private CompleteResponse() {}

    /**
     * @throws HttpStatusException if the status isn't 200
     * @throws IOException if the answer breaks off or is longer than {@link #LONGEST}
     */
    static Response read(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        try (ResponseBody body = response.body()) {
            if (response.code() != 200) {
                throw new HttpStatusException(response.code());
            }
            BufferedSource source = body.source();
            if (source.request(LONGEST + 1)) {
                throw new IOException("the answer is longer than " + LONGEST + " bytes");
            }
            return response.newBuilder()
                    .body(ResponseBody.create(body.contentType(), source.readByteArray()))
                    .build();
        }
    }
}
