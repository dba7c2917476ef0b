package io.realname.dev;

import io.realname.sandbox.SandboxServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Logs, at the end of the start, the addresses to open in a browser and the commands to try with curl. */
class WhereToGo {

    private static final Logger LOG = LoggerFactory.getLogger(WhereToGo.class);

    private final Environment environment;
    private final SandboxServer sandbox;

    WhereToGo(Environment environment, SandboxServer sandbox) {
        this.environment = environment;
        this.sandbox = sandbox;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        String app = "http://localhost:" + environment.getProperty("local.server.port");
        LOG.info("""

                realname is ready.
                  API          {}/swagger-ui.html          (mall / mall-secret, accounts / accounts-secret)
                  Cockpit      {}/camunda/app/cockpit/     (operator1 / operator1-demo)
                  Cases        {}/operations/              (after the login to Cockpit)
                  Tasklist     {}/camunda/app/tasklist/    (reviewer1 / reviewer1-demo)
                  Sandbox      {}/                         (the provider's stand-in: inbox, ledger)
                  Try          curl {}/api/v1/banks
                The README walks on from here to a verified account.""", app, app, app, app, sandbox.url(), app);
    }
}
