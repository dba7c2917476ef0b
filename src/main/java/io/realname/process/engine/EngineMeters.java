package io.realname.process.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * The engine's metrics for operators. A query counts when a metric is read, so the numbers are those of the whole
 * cluster.
 */
@Component
class EngineMeters implements MeterBinder {

    private final RuntimeService runtime;
    private final ManagementService management;

    EngineMeters(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "realname.engine.incidents",
                        runtime,
                        service -> service.createIncidentQuery().count())
                .description("Incidents that wait for an operator")
                .register(registry);
        Gauge.builder(
                        "realname.engine.jobs.due",
                        management,
                        service -> service.createJobQuery().executable().count())
                .description("Jobs that are due and have not run")
                .register(registry);
    }
}
