package io.realname.provider.clamav;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.evidence.ScanResult;
import io.realname.evidence.ScanResult.Clean;
import io.realname.evidence.ScanResult.Infected;
import io.realname.evidence.ScanResult.Unavailable;
import io.realname.sandbox.storage.ClamdStandIn;
import io.realname.sandbox.storage.Eicar;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner over TCP, against a clamd that behaves well and against servers that do not. */
class ClamdScannerTest {

    private static final byte[] LARGE = new byte[5 * 1024 * 1024];

    @Test
    void tellsCleanFromInfected() {
        try (ClamdStandIn clamd = ClamdStandIn.start()) {
            assertThat(scan(clamd.port(), LARGE)).isEqualTo(new Clean());
            assertThat(scan(clamd.port(), new byte[0])).isEqualTo(new Clean());
            assertThat(scan(clamd.port(), Eicar.bytes())).isEqualTo(new Infected("Eicar-Test-Signature"));

            byte[] within = LARGE.clone();
            // EICAR's text lies across the boundary of two chunks.
            System.arraycopy(Eicar.bytes(), 0, within, 64 * 1024 - 30, Eicar.bytes().length);
            assertThat(scan(clamd.port(), within)).isEqualTo(new Infected("Eicar-Test-Signature"));
            assertThat(clamd.scanned()).isEqualTo(4);
        }
    }

    @Test
    void fileBeyondTheScannersLimitIsNotCalledClean() {
        try (ClamdStandIn clamd = ClamdStandIn.start(100_000)) {
            assertThat(scan(clamd.port(), LARGE)).isInstanceOf(Unavailable.class);
            assertThat(scan(clamd.port(), new byte[100_000])).isEqualTo(new Clean());
        }
    }

    @Test
    void scannerThatIsDownIsUnavailable() {
        int port;
        try (ClamdStandIn clamd = ClamdStandIn.start()) {
            port = clamd.port();
        }
        assertThat(scan(port, LARGE)).isInstanceOf(Unavailable.class);
    }

    /** Only {@code stream: OK} with the zero byte after it means clean. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stream: OK",
                "stream: OKAY\0",
                "OK\0",
                "UNKNOWN COMMAND\0",
                "stream: x ERROR\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "HTTP/1.1 400 Bad Request\r\n\r\n"
            })
    void anyOtherAnswerIsUnavailable(String answer) throws IOException {
        try (ServerSocket server = answering(answer)) {
            assertThat(scan(server.getLocalPort(), new byte[10])).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void nameOfWhatWasFoundIsSafeToLog() throws IOException {
        try (ServerSocket server = answering("stream: Win.Test\n2026 ERROR forged FOUND\0")) {
            assertThat(scan(server.getLocalPort(), new byte[10])).isInstanceOf(Unavailable.class);
        }
        try (ServerSocket server = answering("stream: Win.Te st$1 FOUND\0")) {
            assertThat(scan(server.getLocalPort(), new byte[10])).isEqualTo(new Infected("Win.Te_st_1"));
        }
    }

    @Test
    void silenceEnds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(scan(silent.getLocalPort(), new byte[10])).isInstanceOf(Unavailable.class);
        }
    }

    /** The file is larger than what the operating system buffers for a server that reads nothing. */
    @Test
    void sendingEnds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(scan(silent.getLocalPort(), new byte[64 * 1024 * 1024])).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void scannerIsUpIfItAnswersAPing() throws IOException {
        int port;
        try (ClamdStandIn clamd = ClamdStandIn.start()) {
            port = clamd.port();
            assertThat(scanner(port).isUp()).isTrue();
            assertThat(clamd.scanned()).isZero();
        }
        assertThat(scanner(port).isUp()).isFalse();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(scanner(silent.getLocalPort()).isUp()).isFalse();
        }
    }

    private static ScanResult scan(int port, byte[] content) {
        return scanner(port).scan(content);
    }

    private static ClamdScanner scanner(int port) {
        Duration timeout = Duration.ofSeconds(1);
        return new ClamdScanner(new ClamdProperties("localhost", port, timeout, timeout));
    }

    /** Accepts one connection, reads the request, and gives this answer. */
    private static ServerSocket answering(String answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CompletableFuture.runAsync(() -> {
            try (Socket caller = server.accept();
                    OutputStream out = caller.getOutputStream()) {
                caller.getInputStream().readNBytes("zINSTREAM\0".length() + 4 + 10 + 4);
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return server;
    }
}
