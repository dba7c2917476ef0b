package io.realname.sandbox.storage;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in for a {@code clamd}: serves {@code INSTREAM} and {@code PING} over TCP, on this machine only. Finds one malware, EICAR's
 * test file, at any place in a file.
 */
public final class ClamdStandIn implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClamdStandIn.class);

    private static final int LONGEST_COMMAND = 20;

    private final ServerSocket socket;
    private final int streamMaxLength;
    private final AtomicInteger scanned = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "clamd-stand-in");
        thread.setDaemon(true);
        return thread;
    });

    private ClamdStandIn(ServerSocket socket, int streamMaxLength) {
        this.socket = socket;
        this.streamMaxLength = streamMaxLength;
    }

    /** On any free port; listens when it returns. */
    public static ClamdStandIn start() {
        return start(25 * 1024 * 1024);
    }

    /** @param streamMaxLength bytes of a file, as {@code clamd.conf} has it */
    public static ClamdStandIn start(int streamMaxLength) {
        try {
            ClamdStandIn clamd =
                    new ClamdStandIn(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), streamMaxLength);
            clamd.threads.execute(clamd::accept);
            return clamd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many files got a verdict. */
    public int scanned() {
        return scanned.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                threads.execute(() -> answer(caller));
            } catch (IOException e) {
                log.debug("No more callers: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            String reply = switch (command(in)) {
                case "zINSTREAM" -> verdict(in);
                case "zPING" -> "PONG";
                default -> "UNKNOWN COMMAND";
            };
            caller.getOutputStream().write((reply + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            log.debug("A caller went away: {}", e.getClass().getSimpleName());
        }
    }

    private static String command(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (byte next = in.readByte(); next != 0 && command.length() < LONGEST_COMMAND; next = in.readByte()) {
            command.append((char) next);
        }
        return command.toString();
    }

    private String verdict(DataInputStream in) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(streamMaxLength);
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (length < 0 || length > content.remaining()) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            in.readFully(content.array(), content.position(), length);
            content.position(content.position() + length);
        }
        scanned.incrementAndGet();
        String text = new String(content.array(), 0, content.position(), StandardCharsets.ISO_8859_1);
        return text.contains(Eicar.text()) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
