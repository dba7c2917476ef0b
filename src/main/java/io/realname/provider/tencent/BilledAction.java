package io.realname.provider.tencent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.function.Supplier;

/** A billed action with our own limits. A call sends at most one request, and none if a limit rejects it. */
final class BilledAction {

    private final TencentApi api;
    private final String name;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    BilledAction(TencentApi api, String name, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.api = api;
        this.name = name;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    // The breaker is innermost, so it counts only calls that were really sent. It does not see a call that our own
    // limits reject.
    TencentReply call(ObjectNode request) {
        Supplier<TencentReply> call = CircuitBreaker.decorateSupplier(breaker, () -> api.call(name, request));
        call = Bulkhead.decorateSupplier(bulkhead, call);
        try {
            return call.get();
        } catch (CallNotPermittedException e) {
            return new TencentReply.NotProcessed("circuit breaker open");
        } catch (BulkheadFullException e) {
            return new TencentReply.OurLimit("too many calls at a time");
        }
    }
}
