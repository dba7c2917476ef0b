package io.realname.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends an answer to the caller: paused, late or with a {@link Fault}, as the script and the desk require. */
public final class Messenger {

    private final Script script;
    private final CountDownLatch closing;

    Messenger(Script script, CountDownLatch closing) {
        this.script = script;
        this.closing = closing;
    }

    /** @param body empty if the answer is only a status */
    public void bring(HttpExchange exchange, String action, int status, Optional<ObjectNode> body, Duration delay)
            throws IOException, InterruptedException {
        Optional<Pause> pause = script.nextPause(action);
        if (pause.isPresent()) {
            pause.get().hold();
        }
        if (closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
            exchange.close();
            return;
        }
        if (body.isEmpty()) {
            HttpAnswers.bare(exchange, status);
            return;
        }
        Optional<Fault> fault = script.nextFault(action);
        if (fault.isPresent()) {
            HttpAnswers.spoil(exchange, Json.bytes(body.get()), fault.get(), closing);
        } else {
            HttpAnswers.json(exchange, status, body.get());
        }
    }
}
