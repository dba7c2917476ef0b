package io.realname.provider.jdcloud;

import static io.realname.provider.jdcloud.Wire.CHECK;
import static io.realname.provider.jdcloud.Wire.STATUS;
import static io.realname.provider.jdcloud.Wire.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.calls.ProviderAnswer;
import io.realname.payment.PaymentAmount;
import io.realname.payment.PaymentDecision;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong with a payment and with the queries after it, and whether money may have been sent. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PaymentFailureTest {

    private final SandboxServer sandbox = Wire.sandbox();
    private final JdCloudPayer payer = Wire.payer(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DRIP"})
    void aSpoiltAnswerIsLost(Fault fault) {
        sandbox.script().failNext(TRANSFER, fault);

        assertThat(payer.pay(Wire.order("8888"))).isInstanceOf(ProviderAnswer.Lost.class);
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
        assertThat(sandbox.ledger().entries(TRANSFER)).hasSize(1);
    }

    @Test
    void anAnswerThatDripsIsLostWhenTheCallHasLastedTooLong() {
        sandbox.script().failNext(TRANSFER, Fault.DRIP);
        Instant start = Instant.now();

        ProviderAnswer<PaymentDecision> answer =
                Wire.payer(Wire.properties(sandbox.url(), Wire.SHORT)).pay(Wire.order("8888"));

        assertThat(answer).isInstanceOf(ProviderAnswer.Lost.class);
        // The slow answer takes at least 4 s.
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DRIP"})
    void aSpoiltAnswerToAQuestionIsNone(Fault fault) {
        String orderNumber = Wire.paid(payer, "8888");
        sandbox.script().failNext(STATUS, fault);
        sandbox.script().failNext(CHECK, fault);

        assertThat(payer.state(orderNumber)).isInstanceOf(ProviderAnswer.NotProcessed.class);
        assertThat(payer.compare(orderNumber, new PaymentAmount(37))).isInstanceOf(ProviderAnswer.NotProcessed.class);
        assertThat(sandbox.calls().total()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 404, 407, 408, 413, 500, 503})
    void anotherStatusComesFromInFrontOfTheApi(int status) {
        statusNext(status);

        assertThat(payer.pay(Wire.order("8888"))).isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status " + status));
        assertThat(payer.state("o-1")).isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status " + status));
        assertThat(payer.compare("o-1", new PaymentAmount(37)))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status " + status));
        assertThat(sandbox.calls().total()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aKeyThatIsNotTakenIsForTheOperator(int status) {
        statusNext(status);

        assertThat(payer.pay(Wire.order("8888"))).isEqualTo(new ProviderAnswer.Refused<>("HTTP status " + status));
        assertThat(payer.state("o-1")).isEqualTo(new ProviderAnswer.Refused<>("HTTP status " + status));
        assertThat(payer.compare("o-1", new PaymentAmount(37)))
                .isEqualTo(new ProviderAnswer.Refused<>("HTTP status " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 502, 504})
    void aGatewayThatPassedTheRequestOnLeavesItOpen(int status) {
        sandbox.script().statusNext(TRANSFER, status);

        assertThat(payer.pay(Wire.order("8888"))).isEqualTo(new ProviderAnswer.Lost<>("HTTP status " + status));
    }

    @Test
    void tooManyCallsAreNotProcessed() {
        assertThat(answerToError("TOO_MANY_REQUESTS"))
                .isInstanceOfSatisfying(
                        ProviderAnswer.NotProcessed.class,
                        answer -> assertThat(answer.reason())
                                .matches("HTTP status 429, error TOO_MANY_REQUESTS, request [0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNAUTHENTICATED",
                "PERMISSION_DENIED",
                "QUOTA_EXCEEDED",
                "ARREARS",
                "INVALID_ARGUMENT",
                "NOT_FOUND"
            })
    void whatTheApiDoesNotTakeIsForTheOperator(String word) {
        assertThat(answerToError(word)).isInstanceOf(ProviderAnswer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL", "UNAVAILABLE"})
    void aFaultOfTheApiItselfMayHaveComeAfterTheBank(String word) {
        assertThat(answerToError(word)).isInstanceOf(ProviderAnswer.Lost.class);
    }

    @Test
    void anErrorWithStatus200IsReadByItsWord() {
        sandbox.script().responseNext(TRANSFER, "{\"error\":{\"code\":403,\"status\":\"ACCOUNT_ARREARS\"}}");
        assertThat(payer.pay(Wire.order("8888"))).isInstanceOf(ProviderAnswer.Refused.class);

        sandbox.script().responseNext(TRANSFER, "{\"error\":{\"code\":500,\"status\":\"UNKNOWN\"}}");
        assertThat(payer.pay(Wire.order("8888"))).isInstanceOf(ProviderAnswer.Lost.class);
    }

    @Test
    void anExceptionLeavesItOpen() {
        ProviderAnswer<PaymentDecision> answer =
                answerTo(result("true", "true", "E1", "\"{\\\"orderNumber\\\":\\\"o-1\\\"}\""));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        ProviderAnswer.Lost.class,
                        lost -> assertThat(lost.reason()).matches("code E1, request [0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"{\\\"orderNumber\\\":\\\"o-1\\\",\\\"amount\\\":\\\"0.37\\\"}\"",
                "{\"orderNumber\":\"o-1\",\"amount\":0.37}"
            })
    void readsTheOrderNumberFromATextOrAnObject(String detail) {
        assertThat(Wire.decision(answerTo(result("true", "false", "0", detail))))
                .isInstanceOfSatisfying(
                        PaymentDecision.Accepted.class,
                        accepted -> assertThat(accepted.orderNumber()).isEqualTo("o-1"));
    }

    @Test
    void readsTheOlderForm() {
        String older = result("true", "false", "0", "{\"orderNumber\":\"o-1\"}")
                .replace("{\"result\":", "{\"result\":{\"authInfo\":")
                .concat("}");

        assertThat(Wire.decision(answerTo(older))).isInstanceOf(PaymentDecision.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"0.37\"",
                "\"{\"",
                "\"[]\"",
                "{}",
                "{\"orderNumber\":\"\"}",
                "{\"orderNumber\":null}",
                "{\"orderNumber\":\"送了 0.37\"}"
            })
    void aPaymentWithoutAnOrderNumberIsLost(String detail) {
        assertThat(answerTo(result("true", "false", "0", detail)))
                .isInstanceOfSatisfying(
                        ProviderAnswer.Lost.class,
                        lost -> assertThat(lost.reason()).startsWith("no order number, code 0, request "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":null}",
                "{\"result\":{\"success\":true}}",
                "{\"result\":{\"hasException\":false}}",
                "{\"result\":{\"success\":\"true\",\"hasException\":\"false\"}}"
            })
    void anAnswerWithoutTheTwoBooleansIsLost(String answer) {
        assertThat(answerTo(answer)).isInstanceOf(ProviderAnswer.Lost.class);
    }

    @Test
    void aCodeThatIsNoneIsNotPassedOn() {
        assertThat(Wire.decision(answerTo(result("false", "false", Wire.NAME, "null"))))
                .isInstanceOfSatisfying(
                        PaymentDecision.AccountRefused.class,
                        refused -> assertThat(refused.resultCode()).isEqualTo("unreadable"));
    }

    @Test
    void refusedConnectionsAreNotProcessed() {
        String endpoint = sandbox.url();
        sandbox.close();

        assertThat(Wire.payer(Wire.properties(endpoint, Wire.PATIENT)).pay(Wire.order("8888")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("not sent: ConnectException"));
    }

    @Test
    void anUnknownHostIsNotProcessed() {
        assertThat(Wire.payer(Wire.properties("https://cloudauth.invalid", Wire.PATIENT))
                        .pay(Wire.order("8888")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("not sent: ConnectException"));
    }

    @Test
    void aConnectionThatTakesTooLongIsNotProcessed() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket neverAccepts = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(neverAccepts, waiting);

            assertThat(Wire.payer(Wire.properties("http://127.0.0.1:" + neverAccepts.getLocalPort(), Wire.SHORT))
                            .pay(Wire.order("8888")))
                    .isEqualTo(new ProviderAnswer.NotProcessed<>("not sent: HttpConnectTimeoutException"));
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void anotherKeyIsRefused() {
        for (JdCloudProperties other : List.of(
                new JdCloudProperties(Wire.ACCESS_KEY, "another-secret", sandbox.url(), Wire.PATIENT),
                new JdCloudProperties("JDother", Wire.SECRET_KEY, sandbox.url(), Wire.PATIENT))) {
            assertThat(Wire.payer(other).pay(Wire.order("8888"))).satisfies(PaymentFailureTest::isUnauthenticated);
        }
        assertThat(sandbox.ledger().entries()).isEmpty();
    }

    @Test
    void aClockThatIsWrongIsRefused() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
        try (SandboxServer skewed = SandboxServer.start(
                SandboxSettings.of(Wire.ACCESS_KEY, Wire.SECRET_KEY).withClock(ahead))) {
            assertThat(Wire.payer(skewed).pay(Wire.order("8888"))).satisfies(PaymentFailureTest::isUnauthenticated);
        }
    }

    private static void isUnauthenticated(ProviderAnswer<PaymentDecision> answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        ProviderAnswer.Refused.class,
                        refused -> assertThat(refused.reason())
                                .matches("HTTP status 401, error UNAUTHENTICATED, request [0-9a-f-]{36}"));
    }

    private void statusNext(int status) {
        List.of(TRANSFER, STATUS, CHECK).forEach(action -> sandbox.script().statusNext(action, status));
    }

    private ProviderAnswer<PaymentDecision> answerTo(String response) {
        sandbox.script().responseNext(TRANSFER, response);
        return payer.pay(Wire.order("8888"));
    }

    private ProviderAnswer<PaymentDecision> answerToError(String word) {
        sandbox.script().errorNext(TRANSFER, word);
        ProviderAnswer<PaymentDecision> answer = payer.pay(Wire.order("8888"));
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
        return answer;
    }

    private static String result(String success, String hasException, String code, String detail) {
        return "{\"result\":{\"success\":%s,\"hasException\":%s,\"code\":\"%s\",\"message\":\"m\",\"detail\":%s}}"
                .formatted(success, hasException, code, detail);
    }

    // The operating system completes some connections although the server accepts none; then further callers wait.
    private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 100; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("the system takes any number of connections");
    }
}
