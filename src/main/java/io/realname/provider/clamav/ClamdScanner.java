package io.realname.provider.clamav;

import io.realname.evidence.MalwareScanner;
import io.realname.evidence.ScanResult;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scans with clamd's command {@code INSTREAM} (man clamd(8)): one connection per file. It sends the file in chunks and
 * gets one line back.
 */
final class ClamdScanner implements MalwareScanner {

    private static final byte[] PING = "zPING\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;

    /** In bytes. A verdict is far shorter; a server that sends more is not clamd. */
    private static final int LONGEST_REPLY = 1024;

    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final ClamdProperties properties;
    private final String host;

    ClamdScanner(ClamdProperties properties) {
        this.properties = properties;
        this.host = Objects.requireNonNull(properties.host(), "realname.evidence.clamd.host is not set");
    }

    @Override
    public ScanResult scan(byte[] content) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(host, properties.port()),
                    Math.toIntExact(properties.connectTimeout().toMillis()));
            socket.setSoTimeout(Math.toIntExact(properties.readTimeout().toMillis()));
            Optional<IOException> brokenOff = sendInTime(content, socket);
            String reply = reply(socket);
            if (reply.isEmpty() && brokenOff.isPresent()) {
                throw brokenOff.get();
            }
            return verdict(reply);
        } catch (IOException e) {
            return new ScanResult.Unavailable("clamd: " + e.getClass().getSimpleName());
        }
    }

    /** Asks clamd's command {@code PING}. Waits for the answer only as long as for the connection. */
    @Override
    public boolean isUp() {
        int timeout = Math.toIntExact(properties.connectTimeout().toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, properties.port()), timeout);
            socket.setSoTimeout(timeout);
            socket.getOutputStream().write(PING);
            return reply(socket).equals("PONG");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Sends the file within the read timeout. A socket has a timeout for reads, but none for writes to a server that
     * does not read.
     */
    private Optional<IOException> sendInTime(byte[] content, Socket socket) throws IOException {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        sent.orTimeout(properties.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> breakOff(socket));
        try {
            return send(content, socket.getOutputStream());
        } finally {
            sent.complete(null);
        }
    }

    private static @Nullable Void breakOff(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The write that is in progress fails anyway.
            return null;
        }
        return null;
    }

    /**
     * Sends the file. If it is too large for clamd, clamd sends the reason and closes the connection while we still
     * write. So a failed write is returned, not thrown, and the caller still reads the reply.
     */
    private static Optional<IOException> send(byte[] content, OutputStream stream) {
        try {
            DataOutputStream out = new DataOutputStream(stream);
            out.write(COMMAND);
            for (int sent = 0; sent < content.length; sent += CHUNK) {
                int length = Math.min(CHUNK, content.length - sent);
                out.writeInt(length);
                out.write(content, sent, length);
            }
            out.writeInt(0);
            out.flush();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private static String reply(Socket socket) throws IOException {
        String reply = new String(socket.getInputStream().readNBytes(LONGEST_REPLY), StandardCharsets.UTF_8);
        int end = reply.indexOf('\0');
        return end < 0 ? "" : reply.substring(0, end);
    }

    private static ScanResult verdict(String reply) {
        if (reply.equals("stream: OK")) {
            return new ScanResult.Clean();
        }
        Matcher found = FOUND.matcher(reply);
        if (found.matches()) {
            return new ScanResult.Infected(found.group(1).replaceAll("[^A-Za-z0-9._-]", "_"));
        }
        return new ScanResult.Unavailable(
                reply.startsWith("INSTREAM size limit exceeded")
                        ? "clamd: StreamMaxLength is below the size of the file"
                        : "clamd: no verdict");
    }
}
