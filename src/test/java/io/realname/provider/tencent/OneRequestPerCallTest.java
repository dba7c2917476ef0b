package io.realname.provider.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.realname.bankcard.BankCardDecision;
import io.realname.calls.ProviderAnswer;
import io.realname.provider.BareServer;
import io.realname.tracing.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each call is exactly one request, whatever the server does to connections. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OneRequestPerCallTest {

    private static final String PASSED = BareServer.http(
            "200 OK",
            "Content-Type: application/json\r\n",
            "{\"Response\":{\"Result\":\"0\",\"Description\":\"ok\",\"RequestId\":\"r-1\"}}");

    @Test
    void whereTheSdkByItselfSendsABilledRequestTwice() throws Exception {
        try (BareServer server = new BareServer(PASSED)) {
            CommonClient sdk = sdkAsItComes(server);

            sdk.call(Wire.BANK_CHECK, "{}");
            sdk.call(Wire.BANK_CHECK, "{}");

            // The SDK itself sent one call twice. If a newer SDK no longer does this, this test may be deleted.
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void whenTheServerHangsUpOnReusedConnections() throws Exception {
        try (BareServer server = new BareServer(PASSED)) {
            TencentBankCardVerifier verifier = Wire.verifier(Wire.properties(server.endpoint(), Wire.PATIENT));

            for (int call = 1; call <= 10; call++) {
                assertThat(verifier.verify(Wire.question("8000"))).isInstanceOf(ProviderAnswer.Decided.class);
                assertThat(server.requests()).isEqualTo(call);
            }
        }
    }

    @Test
    void whenTheServerResetsEachConnection() throws Exception {
        try (BareServer server = new BareServer()) {
            TencentBankCardVerifier verifier = Wire.verifier(Wire.properties(server.endpoint(), Wire.PATIENT));

            for (int call = 1; call <= 3; call++) {
                assertThat(verifier.verify(Wire.question("8000"))).isInstanceOf(ProviderAnswer.Lost.class);
                assertThat(server.requests()).isEqualTo(call);
            }
        }
    }

    @Test
    void whereTheHttpClientByItselfFollowsRetryAfter() throws Exception {
        try (BareServer server = new BareServer(unavailable(), PASSED)) {
            sdkAsItComes(server).call(Wire.BANK_CHECK, "{}");

            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void whenTheServerAsksForARetry() throws Exception {
        try (BareServer server = new BareServer(unavailable(), PASSED)) {
            ProviderAnswer<BankCardDecision> answer = Wire.verifier(Wire.properties(server.endpoint(), Wire.PATIENT))
                    .verify(Wire.question("8000"));

            assertThat(answer).isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status 503"));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void whenTheServerRedirects() throws Exception {
        String moved = BareServer.http("307 Temporary Redirect", "Location: /elsewhere\r\n", "");
        try (BareServer server = new BareServer(moved, PASSED)) {
            ProviderAnswer<BankCardDecision> answer = Wire.verifier(Wire.properties(server.endpoint(), Wire.PATIENT))
                    .verify(Wire.question("8000"));

            assertThat(answer).isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status 307"));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aClientWithoutAnAccessKeyIsNotMade() {
        TencentProperties incomplete = Wire.properties("http://", "localhost:1", " ", Wire.SECRET_KEY, Wire.PATIENT);

        assertThatThrownBy(() -> new TencentClients(incomplete, Traces.OFF))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Missing settings: realname.tencent.secret-id");
    }

    private static String unavailable() {
        return BareServer.http("503 Service Unavailable", "Retry-After: 0\r\n", "");
    }

    private static CommonClient sdkAsItComes(BareServer server) throws TencentCloudSDKException {
        HttpProfile profile = new HttpProfile();
        profile.setProtocol("http://");
        profile.setEndpoint(server.endpoint());
        return new CommonClient(
                server.endpoint(),
                "2018-03-01",
                new Credential(Wire.SECRET_ID, Wire.SECRET_KEY),
                "",
                new ClientProfile(ClientProfile.SIGN_TC3_256, profile));
    }
}
