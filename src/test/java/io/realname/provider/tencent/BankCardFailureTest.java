package io.realname.provider.tencent;

import static io.realname.provider.tencent.Wire.BANK_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.bankcard.BankCardDecision;
import io.realname.calls.ProviderAnswer;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong with a bank-card check, and whether it may have been billed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BankCardFailureTest {

    private final SandboxServer sandbox = Wire.sandbox();

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
        sandbox.script().failNext(BANK_CHECK, fault);

        ProviderAnswer<BankCardDecision> answer = Wire.verifier(sandbox).verify(Wire.question("8000"));

        assertThat(answer).isInstanceOf(ProviderAnswer.Lost.class);
        assertThat(sandbox.calls().of(BANK_CHECK)).isEqualTo(1);
        assertThat(sandbox.ledger().entries(BANK_CHECK)).hasSize(1);
    }

    @Test
    void anAnswerThatDripsIsLostWhenTheCallHasLastedTooLong() {
        sandbox.script().failNext(BANK_CHECK, Fault.DRIP);

        ProviderAnswer<BankCardDecision> answer =
                Wire.verifier(Wire.properties(sandbox.endpoint(), Wire.SHORT)).verify(Wire.question("8000"));

        assertThat(answer).isInstanceOf(ProviderAnswer.Lost.class);
        assertThat(sandbox.calls().of(BANK_CHECK)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 403, 404, 408, 413, 429, 500, 503})
    void anotherStatusComesFromInFrontOfTheApi(int status) {
        sandbox.script().statusNext(BANK_CHECK, status);

        assertThat(Wire.verifier(sandbox).verify(Wire.question("8000")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status " + status));
        assertThat(sandbox.calls().of(BANK_CHECK)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void aGatewayThatPassedTheRequestOnLeavesItOpen(int status) {
        sandbox.script().statusNext(BANK_CHECK, status);

        assertThat(Wire.verifier(sandbox).verify(Wire.question("8000")))
                .isEqualTo(new ProviderAnswer.Lost<>("HTTP status " + status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RequestLimitExceeded",
                "RequestLimitExceeded.UinLimitExceeded",
                "RequestLimitExceeded.GlobalRegionUinLimitExceeded"
            })
    void tooManyCallsASecondAreNotProcessed(String code) {
        assertThat(answerToError(code)).isInstanceOf(ProviderAnswer.NotProcessed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AuthFailure",
                "AuthFailure.SignatureFailure",
                "UnauthorizedOperation",
                "UnauthorizedOperation.Nonactivated",
                "UnauthorizedOperation.Arrears",
                "ResourceUnavailable.InArrears",
                "ResourcesSoldOut.ChargeStatusException",
                "InvalidParameter",
                "InvalidParameterValue",
                "InvalidParameterValue.InvalidParameterValueLimit",
                "MissingParameter",
                "InvalidAction",
                "NoSuchVersion"
            })
    void whatAnOperatorMustActOnIsRefused(String code) {
        assertThat(answerToError(code)).isInstanceOf(ProviderAnswer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalError", "InternalError.Backend", "FailedOperation.UnKnown", "SomethingNew", "林斌"})
    void anErrorThatMayHaveComeAfterTheBankIsLost(String code) {
        assertThat(answerToError(code)).isInstanceOf(ProviderAnswer.Lost.class);
    }

    @Test
    void aReasonTellsCodeAndRequestAndNothingElse() {
        sandbox.script()
                .responseNext(
                        BANK_CHECK,
                        "{\"Error\":{\"Code\":\"InternalError\",\"Message\":\"no card %s\"}}".formatted(Wire.PAN));

        ProviderAnswer<BankCardDecision> answer = Wire.verifier(sandbox).verify(Wire.question("8000"));

        assertThat(answer).isInstanceOf(ProviderAnswer.Lost.class);
        assertThat(((ProviderAnswer.Lost<?>) answer).reason()).matches("InternalError, request [0-9a-f-]{36}");
    }

    @Test
    void refusedConnectionsAreNotProcessed() {
        String endpoint = sandbox.endpoint();
        sandbox.close();

        assertThat(Wire.verifier(Wire.properties(endpoint, Wire.PATIENT)).verify(Wire.question("8000")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("not sent: ConnectException"));
    }

    @Test
    void anUnknownHostIsNotProcessed() {
        TencentProperties nowhere =
                Wire.properties("https://", "faceid.invalid", Wire.SECRET_ID, Wire.SECRET_KEY, Wire.PATIENT);

        assertThat(Wire.verifier(nowhere).verify(Wire.question("8000")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("not sent: UnknownHostException"));
    }

    @Test
    void aFailedHandshakeIsNotProcessed() {
        TencentProperties tls =
                Wire.properties("https://", sandbox.endpoint(), Wire.SECRET_ID, Wire.SECRET_KEY, Wire.SHORT);

        assertThat(Wire.verifier(tls).verify(Wire.question("8000"))).isInstanceOf(ProviderAnswer.NotProcessed.class);
        assertThat(sandbox.calls().total()).isZero();
    }

    @Test
    void aConnectionThatTakesTooLongIsNotProcessed() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket neverAccepts = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(neverAccepts, waiting);

            ProviderAnswer<BankCardDecision> answer = Wire.verifier(
                            Wire.properties("127.0.0.1:" + neverAccepts.getLocalPort(), Wire.SHORT))
                    .verify(Wire.question("8000"));

            assertThat(answer).isEqualTo(new ProviderAnswer.NotProcessed<>("not sent: SocketTimeoutException"));
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void aWrongSecretIsRefused() {
        TencentProperties wrongKey =
                Wire.properties("http://", sandbox.endpoint(), Wire.SECRET_ID, "another-secret", Wire.PATIENT);

        assertThat(Wire.verifier(wrongKey).verify(Wire.question("8000")))
                .satisfies(answer -> isRefusedWith(answer, "AuthFailure.SignatureFailure"));
        assertThat(sandbox.ledger().entries()).isEmpty();
    }

    @Test
    void anUnknownSecretIdIsRefused() {
        TencentProperties wrongId =
                Wire.properties("http://", sandbox.endpoint(), "AKIDother", Wire.SECRET_KEY, Wire.PATIENT);

        assertThat(Wire.verifier(wrongId).verify(Wire.question("8000")))
                .satisfies(answer -> isRefusedWith(answer, "AuthFailure.SecretIdNotFound"));
    }

    @Test
    void aClockThatIsWrongIsRefused() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
        try (SandboxServer skewed = SandboxServer.start(
                SandboxSettings.of(Wire.SECRET_ID, Wire.SECRET_KEY).withClock(ahead))) {
            assertThat(Wire.verifier(skewed).verify(Wire.question("8000")))
                    .satisfies(answer -> isRefusedWith(answer, "AuthFailure.SignatureExpire"));
            assertThat(skewed.ledger().entries()).isEmpty();
        }
    }

    private ProviderAnswer<BankCardDecision> answerToError(String code) {
        sandbox.script().errorNext(BANK_CHECK, code);
        ProviderAnswer<BankCardDecision> answer = Wire.verifier(sandbox).verify(Wire.question("8000"));
        assertThat(sandbox.calls().of(BANK_CHECK)).isEqualTo(1);
        return answer;
    }

    private static void isRefusedWith(ProviderAnswer<BankCardDecision> answer, String code) {
        assertThat(answer).isInstanceOf(ProviderAnswer.Refused.class);
        assertThat(((ProviderAnswer.Refused<?>) answer).reason()).startsWith(code + ", request ");
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
