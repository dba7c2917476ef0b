package io.realname.tracing;

import io.micrometer.common.KeyValues;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** Spring Boot's tracing, switched by {@code management.tracing.enabled}. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    /** Asks for a tracer only if tracing is on: otherwise there is none ({@link TracingIfWanted}). */
    @Bean
    Traces traces(
            @Value("${management.tracing.enabled}") boolean enabled,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        return enabled ? new Traces(tracer.getObject(), propagator.getObject()) : Traces.OFF;
    }

    /** Spans of requests without the address as it was sent: it may contain the name of an account. */
    @Bean
    ServerRequestObservationConvention requestsWithoutTheirAddress() {
        return new DefaultServerRequestObservationConvention() {
            @Override
            public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
                return KeyValues.empty();
            }
        };
    }
}
