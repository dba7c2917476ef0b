package io.realname.figures;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The calls that providers bill, and what they cost. A day and a month are those of the bills: China's. A call counts
 * from the moment it was sent, because nobody can tell whether a lost one was billed.
 */
@Component
class BilledCallFigures implements FigureFamily {

    private static final String DECIDED = "decided";
    private static final String LOST = "lost";
    private static final String AWAITED = "awaited";

    private static final FigureMeter CALLS_TODAY =
            new FigureMeter("realname.billed.calls.today", "Billed calls sent since midnight in China");
    private static final FigureMeter CALLS_MONTH =
            new FigureMeter("realname.billed.calls.month", "Billed calls sent since the first of the month in China");
    private static final FigureMeter COST_TODAY =
            new FigureMeter("realname.billed.cost.today", "What these calls cost by realname.prices", "yuan");
    private static final FigureMeter COST_MONTH =
            new FigureMeter("realname.billed.cost.month", "What these calls cost by realname.prices", "yuan");

    private static final ZoneId BILLS = ZoneId.of("Asia/Shanghai");

    /** How long the count of the days before today is good for: an answer may still get lost, or arrive, late. */
    private static final Duration SETTLED = Duration.ofHours(1);

    /** By the times that rows are written in, which are never updated; so their indexes cost next to nothing. */
    private static final String CALLS = """
            with call as (
                select 'bank_card_check' as kind, state from bank_card_check
                where reserved_at >= :from and reserved_at < :to and sent_at is not null
                union all
                select 'licence_check', state from licence_check
                where reserved_at >= :from and reserved_at < :to and sent_at is not null
                union all
                select 'corporate_payment', state from corporate_payment
                where reserved_at >= :from and reserved_at < :to and sent_at is not null
                union all
                select 'sms', 'DECIDED' from mobile_code
                where created_at >= :from and created_at < :to and serial_number is not null
                union all
                select 'sms', 'DECIDED' from appeal_notice
                where sent_at >= :from and sent_at < :to and result = 'SENT')
            select kind, state, count(*) as calls from call group by kind, state
            """;

    private final JdbcClient jdbc;
    private final PriceProperties prices;
    private Earlier earlier = new Earlier(Instant.MIN, Instant.MIN, Map.of());

    BilledCallFigures(JdbcClient jdbc, PriceProperties prices) {
        this.jdbc = jdbc;
        this.prices = prices;
    }

    @Override
    public String name() {
        return "billed_calls";
    }

    /** Counts today's calls; those of the month before today only when that is an hour old, or of another day. */
    @Override
    public synchronized List<Figure> read() {
        ZonedDateTime now = ZonedDateTime.now(BILLS);
        Instant today = now.toLocalDate().atStartOfDay(BILLS).toInstant();
        if (!earlier.to().equals(today) || earlier.readAt().plus(SETTLED).isBefore(now.toInstant())) {
            Instant month =
                    now.toLocalDate().withDayOfMonth(1).atStartOfDay(BILLS).toInstant();
            earlier = new Earlier(today, now.toInstant(), count(month, today));
        }
        Map<Call, Long> counted = count(today, now.toInstant().plus(SETTLED));
        return Call.ALL.stream()
                .flatMap(call -> figures(
                        call, counted.getOrDefault(call, 0L), earlier.calls().getOrDefault(call, 0L)))
                .toList();
    }

    private Map<Call, Long> count(Instant from, Instant to) {
        return jdbc
                .sql(CALLS)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> Map.entry(
                        new Call(row.getString("kind"), answer(row.getString("state"))), row.getLong("calls")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private static String answer(String state) {
        return switch (state) {
            case "DECIDED" -> DECIDED;
            case "LOST" -> LOST;
            default -> AWAITED;
        };
    }

    private Stream<Figure> figures(Call call, long today, long before) {
        Tags tags = Tags.of("call", call.kind(), "answer", call.answer());
        double price = prices.of(call.kind()).doubleValue();
        return Stream.of(
                new Figure(CALLS_TODAY, tags, today),
                new Figure(CALLS_MONTH, tags, before + today),
                new Figure(COST_TODAY, tags, today * price),
                new Figure(COST_MONTH, tags, (before + today) * price));
    }

    private record Call(String kind, String answer) {

        /** Shown also if there was none. */
        private static final List<Call> ALL = Stream.concat(
                        Stream.of("bank_card_check", "licence_check", "corporate_payment")
                                .flatMap(kind ->
                                        Stream.of(DECIDED, LOST, AWAITED).map(answer -> new Call(kind, answer))),
                        Stream.of(new Call("sms", DECIDED)))
                .toList();
    }

    /** The calls of the month before the day that begins at {@code to}. */
    private record Earlier(Instant to, Instant readAt, Map<Call, Long> calls) {}
}
