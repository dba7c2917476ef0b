package io.realname.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.realname.sandbox.jdcloud.JdCloudDoor;
import io.realname.sandbox.jdcloud.Jdcloud2Signature;
import io.realname.sandbox.jdcloud.TransferDesk;
import io.realname.sandbox.jdcloud.Transfers;
import io.realname.sandbox.tencent.BankCardDesk;
import io.realname.sandbox.tencent.LicenceDesk;
import io.realname.sandbox.tencent.SmsDesk;
import io.realname.sandbox.tencent.SmsStatusDesk;
import io.realname.sandbox.tencent.Tc3Signature;
import io.realname.sandbox.tencent.TencentDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sandbox's HTTP server: {@code POST /} is Tencent's API, {@code /v1/} is JD Cloud's, and the other paths are for
 * people and tests; {@code GET /} lists them. {@link #close} deletes all its data.
 */
public final class SandboxServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SandboxServer.class);

    static {
        // Without this, the JDK's server answers in steps of 40 ms. Read once, when the first server is created.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Inbox inbox = new Inbox();
    private final Script script = new Script();
    private final Calls calls = new Calls();
    private final Stage stage = new Stage();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Ledger ledger;
    private final Transfers transfers;
    private final HttpServer http;
    private final ExecutorService threads;

    private SandboxServer(SandboxSettings settings, HttpServer http) {
        this.http = http;
        this.ledger = new Ledger(settings.clock());
        this.transfers = new Transfers(settings.clock());
        // Unbounded, because a late or paused answer occupies its thread.
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
        Messenger messenger = new Messenger(script, closing);
        TencentDoor tencent = new TencentDoor(
                new Tc3Signature(settings.secretId(), settings.secretKey(), settings.clock()),
                Map.of(
                        BankCardDesk.ACTION,
                        new TencentDoor.Service(
                                "2018-03-01",
                                false,
                                new BankCardDesk(stage, script, ledger, settings.lateAnswer(), settings.bankTakes())),
                        SmsDesk.ACTION,
                        new TencentDoor.Service(
                                "2021-01-11", true, new SmsDesk(stage, script, ledger, inbox, settings.clock())),
                        SmsStatusDesk.ACTION,
                        new TencentDoor.Service("2021-01-11", true, new SmsStatusDesk(inbox)),
                        LicenceDesk.ACTION,
                        new TencentDoor.Service(
                                "2018-11-19", false, new LicenceDesk(stage, ledger, settings.lateAnswer()))),
                script,
                calls,
                messenger);
        JdCloudDoor jdCloud = new JdCloudDoor(
                new Jdcloud2Signature(settings.secretId(), settings.secretKey(), settings.clock()),
                new TransferDesk(stage, ledger, transfers, settings.lateAnswer()).desks(),
                script,
                calls,
                messenger);
        http.setExecutor(threads);
        http.createContext("/", guarded(exchange -> root(exchange, tencent)));
        http.createContext(JdCloudDoor.PATH, guarded(exchange -> version1(exchange, jdCloud)));
        http.createContext("/inbox/", guarded(this::inbox));
        http.createContext("/transfers/", guarded(this::transfers));
        http.createContext("/ledger", guarded(this::ledger));
        http.createContext("/repair/", guarded(this::repair));
        http.createContext("/reset", guarded(this::reset));
    }

    /** Listens when it returns. */
    public static SandboxServer start(SandboxSettings settings) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), 0);
            SandboxServer sandbox = new SandboxServer(settings, http);
            http.start();
            log.info("Sandbox on {}", sandbox.url());
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** {@code localhost:PORT}, for the endpoints of {@code realname.tencent} (with {@code protocol: http://}). */
    public String endpoint() {
        return "localhost:" + port();
    }

    /** {@code http://localhost:PORT}, for the endpoint of {@code realname.jdcloud}. */
    public String url() {
        return "http://" + endpoint();
    }

    public Inbox inbox() {
        return inbox;
    }

    public Transfers transfers() {
        return transfers;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Calls calls() {
        return calls;
    }

    public Script script() {
        return script;
    }

    /**
     * From now on, calls succeed for mobile numbers and accounts with this end, for example {@code 0004}, and for
     * credit codes with this end before the check character, for example {@code 04}.
     */
    public void repair(String end) {
        stage.repair(end);
    }

    /** Forgets all that happened and all that was scripted. */
    public void reset() {
        inbox.reset();
        transfers.reset();
        ledger.reset();
        calls.reset();
        script.reset();
        stage.reset();
    }

    /** Ends the requests that are under way. */
    @Override
    public void close() {
        closing.countDown();
        script.reset();
        http.stop(0);
        threads.shutdownNow();
    }

    private void root(HttpExchange exchange, TencentDoor tencent) throws IOException, InterruptedException {
        String what =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (what) {
            case "POST /" -> tencent.handle(exchange);
            case "GET /" -> HttpAnswers.text(exchange, 200, HelpPage.TEXT);
            default -> HttpAnswers.text(exchange, 404, "Not here. GET / lists what is.\n");
        }
    }

    private void inbox(HttpExchange exchange) throws IOException {
        if (isRefused(exchange, "GET")) {
            return;
        }
        HttpAnswers.json(exchange, inbox.messages(lastSegment(exchange)));
    }

    private void version1(HttpExchange exchange, JdCloudDoor jdCloud) throws IOException, InterruptedException {
        if (isRefused(exchange, "POST")) {
            return;
        }
        jdCloud.handle(exchange);
    }

    private void transfers(HttpExchange exchange) throws IOException {
        if (isRefused(exchange, "GET")) {
            return;
        }
        HttpAnswers.json(exchange, transfers.to(lastSegment(exchange)));
    }

    private void ledger(HttpExchange exchange) throws IOException {
        if (isRefused(exchange, "GET")) {
            return;
        }
        HttpAnswers.json(exchange, ledger.entries());
    }

    private void repair(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "POST" -> stage.repair(lastSegment(exchange));
            case "DELETE" -> stage.breakAgain(lastSegment(exchange));
            default -> {
                HttpAnswers.bare(exchange, 405);
                return;
            }
        }
        HttpAnswers.bare(exchange, 204);
    }

    private void reset(HttpExchange exchange) throws IOException {
        if (isRefused(exchange, "POST")) {
            return;
        }
        reset();
        HttpAnswers.bare(exchange, 204);
    }

    private static boolean isRefused(HttpExchange exchange, String onlyMethod) throws IOException {
        if (exchange.getRequestMethod().equals(onlyMethod)) {
            return false;
        }
        HttpAnswers.bare(exchange, 405);
        return true;
    }

    private static String lastSegment(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    // Tests let a caller hang up before the answer; then its connection is only closed.
    private static HttpHandler guarded(Handler handler) {
        return exchange -> {
            try (exchange) {
                handler.handle(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                log.debug("An answer didn't get through: {}", e.getClass().getSimpleName());
            } catch (RuntimeException e) {
                log.warn("The sandbox itself failed: {}", e.getClass().getSimpleName());
            }
        };
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }
}
