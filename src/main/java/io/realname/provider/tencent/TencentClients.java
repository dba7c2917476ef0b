package io.realname.provider.tencent;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.realname.tracing.Traces;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Makes the SDK's client safe for billed calls. With its own settings, the SDK sends a POST again if a pooled
 * connection is stale, and it waits for an answer without limit. We replace its HTTP client, and with it those
 * settings. The SDK's debug log stays off, since it would show the header {@code Authorization}.
 */
final class TencentClients {

    private static final String FACEID_VERSION = "2018-03-01";
    private static final String OCR_VERSION = "2018-11-19";
    private static final String SMS_VERSION = "2021-01-11";
    /** The bank-card check and the licence check have no region. */
    private static final String NO_REGION = "";

    private final TencentProperties properties;
    private final OkHttpClient http;
    private final Traces traces;

    /** @throws IllegalStateException if required settings are missing; the message names them all */
    TencentClients(TencentProperties properties, Traces traces) {
        if (!properties.missing().isEmpty()) {
            throw new IllegalStateException("Missing settings: " + String.join(", ", properties.missing()));
        }
        this.properties = properties;
        this.traces = traces;
        this.http = http(properties.timeouts());
    }

    TencentApi faceid() {
        return new TencentApi(client(properties.faceidEndpoint(), FACEID_VERSION, NO_REGION), traces);
    }

    TencentApi ocr() {
        return new TencentApi(client(properties.ocrEndpoint(), OCR_VERSION, NO_REGION), traces);
    }

    TencentApi sms() {
        return new TencentApi(
                client(
                        properties.sms().endpoint(),
                        SMS_VERSION,
                        properties.sms().region()),
                traces);
    }

    private CommonClient client(String endpoint, String version, String region) {
        HttpProfile profile = new HttpProfile();
        profile.setProtocol(properties.protocol());
        profile.setEndpoint(endpoint);
        profile.setHttpClient(http);
        return new CommonClient(
                endpoint,
                version,
                new Credential(properties.secretId(), properties.secretKey()),
                region,
                new ClientProfile(ClientProfile.SIGN_TC3_256, profile));
    }

    private static OkHttpClient http(TencentProperties.Timeouts timeouts) {
        return new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(timeouts.read().toMillis(), TimeUnit.MILLISECONDS)
                .writeTimeout(timeouts.read().toMillis(), TimeUnit.MILLISECONDS)
                .callTimeout(timeouts.call().toMillis(), TimeUnit.MILLISECONDS)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                // Each call has its own connection. On a pooled connection that the server is just closing, the answer
                // would be lost, and the applicant would have to try again without need.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .addInterceptor(CompleteResponse::read)
                .addInterceptor(Dispatch::tellUnsent)
                .addNetworkInterceptor(Dispatch::sendOnce)
                .build();
    }
}
