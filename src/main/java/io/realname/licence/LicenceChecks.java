package io.realname.licence;

import io.realname.database.OutsideCall;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The billed checks of licences, each made at most once: what was sent and got no answer is not sent again. */
@Service
public class LicenceChecks {

    private final JdbcClient jdbc;
    private final TransactionTemplate shortTransaction;
    private final OutsideCall outside;
    private final LicenceRegistry registry;

    LicenceChecks(
            JdbcClient jdbc, PlatformTransactionManager transactions, OutsideCall outside, LicenceRegistry registry) {
        this.jdbc = jdbc;
        this.shortTransaction = new TransactionTemplate(transactions);
        this.outside = outside;
        this.registry = registry;
    }

    /** Reserves the application's one check, unless it is there already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(UUID application) {
        jdbc.sql("""
                        insert into licence_check (application, state, reserved_at) values (?, 'RESERVED', now())
                        on conflict do nothing
                        """).param(application).update();
    }

    /** What became of the application's check; empty if it has none. */
    public Optional<LicenceCheck> of(UUID application) {
        return jdbc.sql("select state, result, differing from licence_check where application = ?")
                .param(application)
                .query((row, n) -> {
                    String result = row.getString("result");
                    return new LicenceCheck(
                            !row.getString("state").equals("RESERVED"),
                            result == null
                                    ? null
                                    : new LicenceFinding(LicenceResult.valueOf(result), fields((String[])
                                            row.getArray("differing").getArray())));
                })
                .optional();
    }

    /**
     * Makes the reserved check, unless it was made already. Runs outside the caller's transaction and holds no connection
     * while the register is asked.
     *
     * @param question opened only when the register is really asked
     */
    public LicenceAnswer make(UUID application, Supplier<LicenceQuestion> question) {
        return outside.make(() -> {
            LicenceFinding finding = of(application).orElseThrow().finding();
            if (finding != null) {
                return new LicenceAnswer.Decided(finding, "");
            }
            if (!move(application, "RESERVED", "SENT")) {
                return new LicenceAnswer.Lost("sent before, and no answer is known");
            }
            LicenceAnswer answer = ask(application, question);
            if (answer instanceof LicenceAnswer.Decided decided) {
                store(application, decided);
            } else if (!(answer instanceof LicenceAnswer.Lost)) {
                move(application, "SENT", "RESERVED");
            }
            return answer;
        });
    }

    private LicenceAnswer ask(UUID application, Supplier<LicenceQuestion> question) {
        LicenceQuestion opened;
        try {
            opened = question.get();
        } catch (RuntimeException e) {
            move(application, "SENT", "RESERVED");
            throw e;
        }
        return registry.ask(opened);
    }

    private boolean move(UUID application, String from, String to) {
        return Boolean.TRUE.equals(shortTransaction.execute(status -> jdbc.sql("""
                                update licence_check
                                set state = :to, sent_at = case when :to = 'SENT' then now() end
                                where application = :application and state = :from
                                """)
                        .param("to", to)
                        .param("from", from)
                        .param("application", application)
                        .update()
                == 1));
    }

    private void store(UUID application, LicenceAnswer.Decided decided) {
        LicenceFinding finding = decided.finding();
        shortTransaction.executeWithoutResult(status -> jdbc.sql("""
                        update licence_check
                        set state = 'DECIDED', result = :result, differing = :differing, request_id = :requestId,
                            decided_at = now()
                        where application = :application and state = 'SENT'
                        """)
                .param("result", finding.result().name())
                .param(
                        "differing",
                        finding.differing().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("requestId", decided.requestId())
                .param("application", application)
                .update());
    }

    private static Set<LicenceField> fields(String[] names) {
        return Arrays.stream(names).map(LicenceField::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A check of a licence.
     *
     * @param sent whether the register was asked
     * @param finding what it said; absent if it was not asked, or its answer got lost
     */
    public record LicenceCheck(boolean sent, @Nullable LicenceFinding finding) {}
}
