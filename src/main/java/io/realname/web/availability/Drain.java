package io.realname.web.availability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the doors open for a while after SIGTERM. The readiness refuses traffic by then; balancers notice it, and send
 * nothing more. Without this time, the port would close before they know. Each answer ends its connection, so that none is
 * kept for a request that would come too late.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties({ShutdownProperties.class, RequestProperties.class})
class Drain extends OncePerRequestFilter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final ShutdownProperties settings;
    private volatile boolean running;
    private volatile boolean ending;

    Drain(ShutdownProperties settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ending) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        ending = true;
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
