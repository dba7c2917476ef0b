package io.realname.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.AtOnce;
import io.realname.app.RealnameTest;
import io.realname.app.Registered;
import io.realname.calls.ProviderAnswer.Decided;
import io.realname.calls.ProviderAnswer.OurLimit;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All nodes together send no more calls a second than the provider takes. Two objects stand for two nodes. */
@RealnameTest
class CallRateTest {

    private static final int PER_SECOND = 20;
    private static final int BURST = 3;
    private static final int CALLS = 60;
    private static final int FIRST_PERSON = 9650;

    /** What a thread of a busy machine adds between its turn and the moment that it notes. */
    private static final int LATE = 3;

    @Autowired
    private BilledCalls calls;

    @Autowired
    private Registered registered;

    @Autowired
    private JdbcClient jdbc;

    private final Queue<Instant> sent = new ConcurrentLinkedQueue<>();

    @Test
    void isHeldOverAllNodes() {
        List<BilledCall<String>> nodes = List.of(node(), node());
        List<UUID> applications =
                IntStream.range(0, CALLS).mapToObj(this::reserved).toList();

        List<ProviderAnswer<String>> answers = make(nodes, applications);

        assertThat(answers).filteredOn(Decided.class::isInstance).hasSizeBetween(PER_SECOND, CALLS - 1);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Decided))
                .isNotEmpty()
                .allMatch(new OurLimit<>("too many calls a second")::equals);
        assertThat(mostInASecond()).isBetween(PER_SECOND / 2L, (long) PER_SECOND + BURST + LATE);

        List<UUID> left =
                applications.stream().filter(id -> state(id).equals("RESERVED")).toList();
        assertThat(left).hasSize(CALLS - sent.size());
        assertThat(make(nodes, left.subList(0, 5))).allMatch(Decided.class::isInstance);
    }

    private List<ProviderAnswer<String>> make(List<BilledCall<String>> nodes, List<UUID> applications) {
        return AtOnce.times(
                applications.size(),
                i -> nodes.get(i % nodes.size()).make(applications.get(i), () -> "question", question -> {
                    sent.add(Instant.now());
                    return new Decided<>("CONSISTENT");
                }));
    }

    private long mostInASecond() {
        List<Instant> times = sent.stream().sorted().toList();
        return times.stream()
                .mapToLong(from -> times.stream()
                        .filter(time -> !time.isBefore(from) && time.isBefore(from.plus(Duration.ofSeconds(1))))
                        .count())
                .max()
                .orElseThrow();
    }

    private BilledCall<String> node() {
        return calls.keptIn("licence_check", new Result(), PER_SECOND);
    }

    private UUID reserved(int n) {
        UUID application = registered.application(Applicant.number(FIRST_PERSON + n), "JD_MALL");
        jdbc.sql("insert into licence_check (application, try, state, reserved_at) values (?, 1, 'RESERVED', now())")
                .param(application)
                .update();
        return application;
    }

    private String state(UUID application) {
        return jdbc.sql("select state from licence_check where application = ?")
                .param(application)
                .query(String.class)
                .single();
    }

    private static final class Result implements DecisionColumns<String> {

        @Override
        public String read(ResultSet row) {
            return "CONSISTENT";
        }

        @Override
        public Map<String, @Nullable Object> write(String decided) {
            return Map.of("result", decided);
        }
    }
}
