package io.realname.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way from an app to its database, over a port of its own. It can be cut, or say nothing more. */
final class DatabaseLine implements AutoCloseable {

    private final String host;
    private final int databasePort;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile boolean silent;

    DatabaseLine(String host, int databasePort) throws IOException {
        this.host = host;
        this.databasePort = databasePort;
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        port = door.getLocalPort();
        accept(door);
    }

    int port() {
        return port;
    }

    /** As if the server had ended: open connections break, and new ones are refused. */
    void cut() throws IOException {
        door.close();
        hangUp();
    }

    /** As if a network cable was pulled: nothing arrives any more, and nobody says so. */
    void silence() {
        silent = true;
    }

    /** Works again. What was cut or silenced stays broken. */
    void mend() throws IOException {
        silent = false;
        hangUp();
        if (door.isClosed()) {
            door = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
            accept(door);
        }
    }

    private void hangUp() throws IOException {
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    private void accept(ServerSocket accepting) {
        inBackground(() -> {
            while (true) {
                Socket app = accepting.accept();
                ends.add(app);
                if (!silent) {
                    Socket database = new Socket(host, databasePort);
                    ends.add(database);
                    inBackground(() -> pump(app, database));
                    inBackground(() -> pump(database, app));
                }
            }
        });
    }

    private void pump(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[8192];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (!silent) {
                out.write(buffer, 0, read);
            }
        }
        to.close();
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The line was cut, or one end has hung up.
                        return;
                    }
                },
                "database-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private interface Work {
        void run() throws IOException;
    }
}
