package io.realname.calls;

import io.realname.calls.ProviderAnswer.Decided;
import io.realname.calls.ProviderAnswer.Lost;
import io.realname.calls.ProviderAnswer.OurLimit;
import io.realname.database.ProviderCall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A call that costs money. It is made at most once for each reservation.
 *
 * <p>The reservation is committed before a request is sent. Then the state changes from {@code RESERVED} to
 * {@code SENT} by compare-and-set in a separate transaction; only the thread that changed the state sends the request.
 * Another separate transaction stores the answer and the state {@code DECIDED}. If a later run finds {@code SENT}
 * without an answer, an earlier run was interrupted. Nobody can tell whether that call was billed, so it is never
 * repeated: its state becomes {@code LOST}. If the provider surely did not process the call, or refuses us, the state
 * becomes {@code RESERVED} again.
 *
 * @param <T> what the provider decides
 */
public final class BilledCall<T> {

    private static final Logger LOG = LoggerFactory.getLogger(BilledCall.class);

    /** How many calls may be sent at once. */
    private static final int BURST = 3;

    /** How long a call waits for its turn; a job that waits longer runs again later. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String table;
    private final DecisionColumns<T> columns;
    private final @Nullable Integer perSecond;
    private final JdbcClient jdbc;
    private final TransactionTemplate shortTransaction;
    private final ProviderCall outside;

    BilledCall(
            String table,
            DecisionColumns<T> columns,
            @Nullable Integer perSecond,
            JdbcClient jdbc,
            TransactionTemplate shortTransaction,
            ProviderCall outside) {
        this.table = table;
        this.columns = columns;
        this.perSecond = perSecond;
        this.jdbc = jdbc;
        this.shortTransaction = shortTransaction;
        this.outside = outside;
    }

    /**
     * Makes the application's latest reserved call, unless it is already decided. Runs outside the caller's transaction
     * and holds no connection while it waits for the provider.
     *
     * @param question called only if a request is sent to the provider
     * @param provider sends at most one request
     */
    public <Q> ProviderAnswer<T> make(UUID application, Supplier<Q> question, Function<Q, ProviderAnswer<T>> provider) {
        return outside.make(() -> attempt(application, question, provider, Map.of()));
    }

    /**
     * As {@link #make}, for a caller that is already outside any transaction.
     *
     * @param withLost the columns, by name, that are also stored if the answer got lost
     */
    public <Q> ProviderAnswer<T> attempt(
            UUID application, Supplier<Q> question, Function<Q, ProviderAnswer<T>> provider, Map<String, ?> withLost) {
        Turn<T> turn = perSecond == null ? latest(application) : takeTurn(application, perSecond);
        if (turn.decided() != null) {
            return new Decided<>(turn.decided());
        }
        int number = turn.number();
        if (turn.waiting() == null) {
            return new OurLimit<>("too many calls a second");
        }
        turn.await();
        if (!turn.sent() && !move(application, number, "RESERVED", "SENT", Map.of())) {
            move(application, number, "SENT", "LOST", withLost);
            return new Lost<>("sent by an earlier run, and no answer is known");
        }
        ProviderAnswer<T> answer = ask(application, number, question, provider);
        if (answer instanceof Decided<T> decided) {
            move(application, number, "SENT", "DECIDED", columns.write(decided.value()));
        } else if (answer instanceof Lost<T> lost) {
            LOG.warn("Application {}, {}: the answer was lost ({})", application, table, lost.reason());
            move(application, number, "SENT", "LOST", withLost);
        } else {
            move(application, number, "SENT", "RESERVED", Map.of());
        }
        return answer;
    }

    /**
     * Reads the application's latest call. Unless it is decided, takes the next place in the sequence of calls of all
     * nodes. If it is this moment, the call's state becomes {@code SENT} in the same statement. The database's clock
     * counts.
     */
    private Turn<T> takeTurn(UUID application, int perSecond) {
        return Objects.requireNonNull(shortTransaction.execute(status -> jdbc.sql("""
                        with latest as (
                            select * from %1$s where application = :application order by try desc limit 1
                        ), turn as (
                            update call_rate
                            set next_at = greatest(next_at, clock_timestamp() - cast(:slack as double precision) * interval '1 s')
                                          + cast(:interval as double precision) * interval '1 s'
                            where kind = :kind and next_at <= clock_timestamp() + cast(:patience as double precision) * interval '1 s'
                                  and exists (select from latest where state <> 'DECIDED')
                            returning extract(epoch from next_at - clock_timestamp()) - cast(:interval as numeric) as waiting
                        ), sent as (
                            update %1$s asked set state = 'SENT', sent_at = now() from latest
                            where asked.application = latest.application and asked.try = latest.try and asked.state = 'RESERVED'
                                  and exists (select from turn where waiting <= 0)
                            returning 1
                        )
                        select latest.*, (select waiting from turn) as waiting, exists (select from sent) as sent
                        from latest
                        """.formatted(table))
                .param("kind", table)
                .param("slack", (BURST - 1.0) / perSecond)
                .param("interval", 1.0 / perSecond)
                .param("patience", PATIENCE.toSeconds())
                .param("application", application)
                .query((row, n) -> turn(row, row.getObject("waiting", BigDecimal.class), row.getBoolean("sent")))
                .single()));
    }

    private <Q> ProviderAnswer<T> ask(
            UUID application, int number, Supplier<Q> question, Function<Q, ProviderAnswer<T>> provider) {
        Q opened;
        try {
            opened = question.get();
        } catch (RuntimeException e) {
            move(application, number, "SENT", "RESERVED", Map.of());
            throw e;
        }
        return provider.apply(opened);
    }

    /**
     * The decision on the application's latest call; null if there is none yet.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if the application has no call
     */
    public @Nullable T decided(UUID application) {
        return latest(application).decided();
    }

    /** The application's latest call, whose turn is now. */
    private Turn<T> latest(UUID application) {
        return jdbc.sql("select * from " + table + " where application = ? order by try desc limit 1")
                .param(application)
                .query((row, n) -> turn(row, BigDecimal.ZERO, false))
                .single();
    }

    private Turn<T> turn(ResultSet row, @Nullable BigDecimal waiting, boolean sent) throws SQLException {
        return new Turn<>(
                row.getInt("try"), row.getString("state").equals("DECIDED") ? columns.read(row) : null, waiting, sent);
    }

    private boolean move(UUID application, int number, String from, String to, Map<String, ?> with) {
        String sets = with.keySet().stream()
                .map(column -> ", " + column + " = :" + column)
                .collect(Collectors.joining());
        return Boolean.TRUE.equals(shortTransaction.execute(status -> jdbc.sql("update " + table + """
                                 set state = :to,
                                     sent_at = case when :to = 'RESERVED' then null else coalesce(sent_at, now()) end,
                                     decided_at = case when :to = 'DECIDED' then now() end
                                """ + sets
                                + " where application = :application and try = :try and state = :from")
                        .param("to", to)
                        .param("from", from)
                        .param("application", application)
                        .param("try", number)
                        .params(with)
                        .update()
                == 1));
    }

    /**
     * A call's place in the sequence of calls.
     *
     * @param decided null if the call is not decided
     * @param waiting seconds until it is reached, not positive if it is reached; null if it is too far away
     * @param sent whether the call's state is {@code SENT} already
     */
    private record Turn<T>(
            int number, @Nullable T decided, @Nullable BigDecimal waiting, boolean sent) {

        void await() {
            if (waiting != null && waiting.signum() > 0) {
                try {
                    Thread.sleep(waiting.movePointRight(3)
                            .setScale(0, RoundingMode.UP)
                            .longValue());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
