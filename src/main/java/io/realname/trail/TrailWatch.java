package io.realname.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Audits the trail every night. Each node does; they only read. */
@Component
class TrailWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TrailWatch.class);

    private final TrailAudit audit;

    private volatile double broken = Double.NaN;

    TrailWatch(TrailAudit audit, MeterRegistry meters) {
        this.audit = audit;
        Gauge.builder("realname.trail.broken", this, watch -> watch.broken)
                .description("What trail and tables did not agree on last night; not a number before the first night")
                .register(meters);
    }

    @Scheduled(cron = "${realname.trail.verified-at:0 30 3 * * *}", zone = "Asia/Shanghai")
    void look() {
        TrailReport report = audit.all(finding -> LOG.error("The trail does not agree: {}", finding));
        broken = report.findings();
        LOG.info("The trail was verified: {}", report);
    }
}
