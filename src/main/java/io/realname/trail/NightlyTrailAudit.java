package io.realname.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Audits the trail every night. Each node does this; an audit only reads. */
@Component
class NightlyTrailAudit {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyTrailAudit.class);

    private final TrailAudit audit;

    private volatile double broken = Double.NaN;

    NightlyTrailAudit(TrailAudit audit, MeterRegistry meters) {
        this.audit = audit;
        Gauge.builder("realname.trail.broken", this, watch -> watch.broken)
                .description(
                        "Differences between trail and tables that the last nightly audit found; NaN before the first one")
                .register(meters);
    }

    @Scheduled(cron = "${realname.trail.verified-at:0 30 3 * * *}", zone = "Asia/Shanghai")
    void auditAll() {
        TrailReport report = audit.all(finding -> LOG.error("The trail and the tables differ: {}", finding));
        broken = report.findings();
        LOG.info("The trail was verified: {}", report);
    }
}
