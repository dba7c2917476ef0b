package io.realname.operations;

import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The calls that providers bill, and what they cost. A day and a month are those of the bills: China's. A call counts
 * from the moment it was sent, because nobody can tell whether a lost one was billed.
 */
@Component
class BilledCallFigures implements FigureFamily {

    private static final FigureMeter CALLS_TODAY =
            new FigureMeter("realname.billed.calls.today", "Billed calls sent since midnight in China");
    private static final FigureMeter CALLS_MONTH =
            new FigureMeter("realname.billed.calls.month", "Billed calls sent since the first of the month in China");
    private static final FigureMeter COST_TODAY =
            new FigureMeter("realname.billed.cost.today", "What these calls cost by realname.prices", "yuan");
    private static final FigureMeter COST_MONTH =
            new FigureMeter("realname.billed.cost.month", "What these calls cost by realname.prices", "yuan");

    /** Only columns that are never updated have an index, so a call's later updates stay cheap. */
    private static final String CALLS = """
            with since as (
                select date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as month,
                       date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as day),
            call as (
                select 'bank_card_check' as kind, state, reserved_at as at from bank_card_check
                where reserved_at >= (select month from since) and sent_at is not null
                union all
                select 'licence_check', state, reserved_at from licence_check
                where reserved_at >= (select month from since) and sent_at is not null
                union all
                select 'corporate_payment', state, reserved_at from corporate_payment
                where reserved_at >= (select month from since) and sent_at is not null
                union all
                select 'sms', 'DECIDED', created_at from mobile_code
                where created_at >= (select month from since) and serial_number is not null
                union all
                select 'sms', 'DECIDED', sent_at from appeal_notice
                where sent_at >= (select month from since) and result = 'SENT'),
            known (kind, state, answer) as (
                select k.kind, s.state, s.answer
                from (values ('bank_card_check'), ('licence_check'), ('corporate_payment'), ('sms')) k (kind)
                cross join (values ('DECIDED', 'decided'), ('LOST', 'lost'), ('SENT', 'awaited')) s (state, answer)
                where k.kind <> 'sms' or s.state = 'DECIDED')
            select known.kind, known.answer, count(call.at) as month,
                   count(call.at) filter (where call.at >= (select day from since)) as today
            from known left join call on call.kind = known.kind and call.state = known.state
            group by known.kind, known.answer
            """;

    private final JdbcClient jdbc;
    private final PriceProperties prices;

    BilledCallFigures(JdbcClient jdbc, PriceProperties prices) {
        this.jdbc = jdbc;
        this.prices = prices;
    }

    @Override
    public String name() {
        return "billed_calls";
    }

    @Override
    public List<Figure> read() {
        return jdbc
                .sql(CALLS)
                .query((row, n) -> new Counted(
                        row.getString("kind"), row.getString("answer"), row.getLong("today"), row.getLong("month")))
                .list()
                .stream()
                .flatMap(this::figures)
                .toList();
    }

    private Stream<Figure> figures(Counted counted) {
        Tags tags = Tags.of("call", counted.call(), "answer", counted.answer());
        double price = price(counted.call()).doubleValue();
        return Stream.of(
                new Figure(CALLS_TODAY, tags, counted.today()),
                new Figure(CALLS_MONTH, tags, counted.month()),
                new Figure(COST_TODAY, tags, counted.today() * price),
                new Figure(COST_MONTH, tags, counted.month() * price));
    }

    private BigDecimal price(String call) {
        return switch (call) {
            case "bank_card_check" -> prices.bankCardCheck();
            case "licence_check" -> prices.licenceCheck();
            case "corporate_payment" -> prices.corporatePayment();
            default -> prices.sms();
        };
    }

    private record Counted(String call, String answer, long today, long month) {}
}
