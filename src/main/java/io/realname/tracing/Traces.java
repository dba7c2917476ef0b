package io.realname.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The trace in which this thread works. Where a job continues what a request began, the trace is handed over as a
 * {@code traceparent} (W3C Trace Context), which is stored with the application.
 *
 * <p>Nothing personal goes into a span: names of steps and of provider's actions, ids of applications, classes of errors.
 * Providers never get the trace.
 */
public final class Traces {

    /** No traces. */
    public static final Traces OFF = new Traces(null, null);

    private static final String TRACEPARENT = "traceparent";

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    Traces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Whether an operator wants traces. If not, all methods do nothing. */
    public boolean isOn() {
        return tracer != null;
    }

    /** Whether this thread works in a trace that is recorded. */
    public boolean isRecording() {
        return current() != null;
    }

    /** The trace to hand over; null if there is none, or if it is not recorded. */
    public @Nullable String toHandOver() {
        Span span = current();
        if (span == null || propagator == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, Map::put);
        return carrier.get(TRACEPARENT);
    }

    /** Begins a span in the trace of this thread. Nothing is recorded if the thread works in none. */
    public Part begin(String name) {
        return current() == null || tracer == null
                ? Part.NOTHING
                : part(tracer.spanBuilder().kind(Span.Kind.CLIENT).name(name).start());
    }

    /** Begins a span in the trace that was handed over, if any. */
    public Part resume(String name, @Nullable String handedOver) {
        return handedOver == null || propagator == null
                ? Part.NOTHING
                : part(propagator
                        .extract(Map.of(TRACEPARENT, handedOver), Map::get)
                        .kind(Span.Kind.CONSUMER)
                        .name(name)
                        .start());
    }

    private @Nullable Span current() {
        Span span = tracer == null ? null : tracer.currentSpan();
        return span == null || !Boolean.TRUE.equals(span.context().sampled()) ? null : span;
    }

    private Part part(Span span) {
        return new Part(span, Objects.requireNonNull(tracer).withSpan(span));
    }

    /** A span of this thread. It ends when it is closed. */
    public static final class Part implements AutoCloseable {

        private static final Part NOTHING = new Part(null, null);

        private final @Nullable Span span;
        private final Tracer.@Nullable SpanInScope scope;

        private Part(@Nullable Span span, Tracer.@Nullable SpanInScope scope) {
            this.span = span;
            this.scope = scope;
        }

        /** @param value nothing personal */
        public Part with(String name, String value) {
            if (span != null) {
                span.tag(name, value);
            }
            return this;
        }

        /** Notes the class of the failure only: a message of the database may quote a row. */
        public void failed(Throwable failure) {
            with("error.type", failure.getClass().getName());
        }

        @Override
        public void close() {
            if (scope != null && span != null) {
                scope.close();
                span.end();
            }
        }
    }
}
