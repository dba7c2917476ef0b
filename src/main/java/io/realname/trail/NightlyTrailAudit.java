package io.realname.trail;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Audits the trail every night, on one of the nodes, and keeps the result. */
@Component
class NightlyTrailAudit {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyTrailAudit.class);

    private final TrailAudit audit;
    private final TrailRuns runs;

    NightlyTrailAudit(TrailAudit audit, TrailRuns runs) {
        this.audit = audit;
        this.runs = runs;
    }

    @Scheduled(cron = "${realname.trail.verified-at:0 30 3 * * *}", zone = "Asia/Shanghai")
    void auditAll() {
        if (!runs.once(this::audit)) {
            LOG.info("Another node verifies the trail tonight");
        }
    }

    private void audit() {
        Instant startedAt = Instant.now();
        TrailReport report = audit.all(finding -> LOG.error("The trail and the tables differ: {}", finding));
        runs.keep(startedAt, report);
        LOG.info("The trail was verified: {}", report);
    }
}
