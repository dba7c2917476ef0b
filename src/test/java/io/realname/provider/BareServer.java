package io.realname.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP server that behaves badly: on each connection it gives the answers that it has, reads one more request
 * completely, and resets the connection. So a client that reuses the connection finds out only after it has sent its
 * request. With a well-behaved server, no timing of a test can cause this.
 */
public final class BareServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> answers;
    private final ServerSocket listening;

    /** @param answers whole HTTP messages, for the first, second, … request of a connection */
    public BareServer(String... answers) throws IOException {
        this.answers = Arrays.asList(answers);
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "bare-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public static String http(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    public String endpoint() {
        return "localhost:" + listening.getLocalPort();
    }

    /** How many requests came in over all connections. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                Thread thread = new Thread(() -> serve(connection), "bare-server");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String answer : answers) {
                if (!readRequest(in)) {
                    return;
                }
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                connection.getOutputStream().flush();
            }
            if (readRequest(in)) {
                connection.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // The client has hung up.
        }
    }

    private boolean readRequest(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.write(next);
        }
        Matcher length = LENGTH.matcher(head.toString(StandardCharsets.US_ASCII));
        if (length.find()) {
            in.readNBytes(Integer.parseInt(length.group(1)));
        }
        requests.incrementAndGet();
        return true;
    }
}
