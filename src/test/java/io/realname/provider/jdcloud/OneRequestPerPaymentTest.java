package io.realname.provider.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.calls.ProviderAnswer;
import io.realname.payment.PaymentDecision;
import io.realname.provider.BareServer;
import io.realname.tracing.Traces;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each payment is exactly one request, whatever the server does to connections. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OneRequestPerPaymentTest {

    private static final String PAID = BareServer.http(
            "200 OK",
            "Content-Type: application/json\r\n",
            "{\"requestId\":\"r-1\",\"result\":{\"success\":true,\"hasException\":false,\"code\":\"0\","
                    + "\"detail\":\"{\\\"orderNumber\\\":\\\"o-1\\\"}\"}}");

    @Test
    void whenTheServerHangsUpOnReusedConnections() throws Exception {
        try (BareServer server = new BareServer(PAID)) {
            JdCloudPayer payer = payer(server);

            for (int call = 1; call <= 10; call++) {
                assertThat(payer.pay(Wire.order("8888")))
                        .isEqualTo(new ProviderAnswer.Decided<>(new PaymentDecision.Accepted("o-1", "r-1")));
                assertThat(server.requests()).isEqualTo(call);
            }
        }
    }

    @Test
    void whenTheServerResetsEachConnection() throws Exception {
        try (BareServer server = new BareServer()) {
            JdCloudPayer payer = payer(server);

            for (int call = 1; call <= 3; call++) {
                assertThat(payer.pay(Wire.order("8888"))).isInstanceOf(ProviderAnswer.Lost.class);
                assertThat(server.requests()).isEqualTo(call);
            }
        }
    }

    @Test
    void whenTheServerAsksForARetry() throws Exception {
        String unavailable = BareServer.http("503 Service Unavailable", "Retry-After: 0\r\n", "");
        try (BareServer server = new BareServer(unavailable, PAID)) {
            assertThat(payer(server).pay(Wire.order("8888")))
                    .isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status 503"));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void whenTheServerRedirects() throws Exception {
        String moved = BareServer.http("307 Temporary Redirect", "Location: /elsewhere\r\n", "");
        try (BareServer server = new BareServer(moved, PAID)) {
            assertThat(payer(server).pay(Wire.order("8888")))
                    .isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status 307"));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void whenTheServerAsksForAPassword() throws Exception {
        String who = BareServer.http("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "");
        try (BareServer server = new BareServer(who, PAID)) {
            assertThat(payer(server).pay(Wire.order("8888")))
                    .isEqualTo(new ProviderAnswer.Refused<>("HTTP status 401"));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aClientWithoutAnAccessKeyIsNotMade() {
        JdCloudProperties incomplete = new JdCloudProperties(" ", Wire.SECRET_KEY, "http://localhost:1", Wire.PATIENT);

        assertThatThrownBy(() -> new JdCloudApi(incomplete, Clock.systemUTC(), Traces.OFF))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Missing settings: realname.jdcloud.access-key");
    }

    private static JdCloudPayer payer(BareServer server) {
        return Wire.payer(Wire.properties("http://" + server.endpoint(), Wire.PATIENT));
    }
}
