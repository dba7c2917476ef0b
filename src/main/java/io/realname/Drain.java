package io.realname;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the doors open for a while after SIGTERM. The readiness refuses traffic by then; balancers notice it, and send
 * nothing more. Without this time, the port would close before they know.
 */
@Component
@EnableConfigurationProperties(ShutdownProperties.class)
class Drain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final ShutdownProperties settings;
    private volatile boolean running;

    Drain(ShutdownProperties settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        if (!settings.drain().isZero()) {
            LOG.info("Requests are accepted for another {} s", settings.drain().toSeconds());
            try {
                Thread.sleep(settings.drain().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends before everything else does. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
