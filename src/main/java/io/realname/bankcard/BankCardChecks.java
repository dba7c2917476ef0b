package io.realname.bankcard;

import io.realname.database.OutsideCall;
import io.realname.protection.BlindIndex;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The billed check, made at most once for each reservation.
 *
 * <p>A reservation is committed before anything is sent. Making the check first moves it from {@code RESERVED} to
 * {@code SENT} by compare-and-set in its own transaction: who does not move it does not call. The answer is stored in
 * its own transaction too. A check found {@code SENT} with no answer was cut off somewhere in between; nobody can tell
 * whether it was billed, so it is never repeated but declared lost.
 */
@Service
public class BankCardChecks {

    private static final Logger LOG = LoggerFactory.getLogger(BankCardChecks.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate shortTransaction;
    private final OutsideCall outside;
    private final BankCardVerifier verifier;
    private final BlindIndex blindIndex;
    private final BankCardProperties limits;

    BankCardChecks(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            OutsideCall outside,
            BankCardVerifier verifier,
            BlindIndex blindIndex,
            BankCardProperties limits) {
        this.jdbc = jdbc;
        this.shortTransaction = new TransactionTemplate(transactions);
        this.outside = outside;
        this.verifier = verifier;
        this.blindIndex = blindIndex;
        this.limits = limits;
    }

    /**
     * Reserves the application's next check. A card that has had its checks for today is decided at once, as
     * {@link BankCardResult#RATE_LIMITED}: counted under a lock, so that many applications at the same moment do not
     * get one card checked more often.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(CheckSubject subject, Pan pan) {
        byte[] cardKey = cardKey(pan);
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(cardKey).getLong())
                .query()
                .singleRow();
        jdbc.sql("""
                        insert into bank_card_check (application, try, account, identity_key, card_key, state, result,
                                                     reserved_at, decided_at)
                        select :application,
                               (select count(*) + 1 from bank_card_check where application = :application),
                               :account, :identityKey, :cardKey,
                               case when used_up then 'DECIDED' else 'RESERVED' end,
                               case when used_up then 'RATE_LIMITED' end,
                               now(),
                               case when used_up then now() end
                        from (select count(*) >= :limit as used_up from bank_card_check
                              where card_key = :cardKey and reserved_at > now() - interval '1 day'
                                and (sent_at is not null or state = 'RESERVED')) card
                        """)
                .param("application", subject.application())
                .param("account", subject.account())
                .param("identityKey", subject.identityKey())
                .param("cardKey", cardKey)
                .param("limit", limits.checksPerCardAndDay())
                .update();
    }

    /**
     * Makes the reserved check, unless it is decided already, and says where it stands. Runs outside the caller's
     * transaction and holds no connection while the bank is asked.
     *
     * @param question opened only when the bank is really asked
     */
    public CheckOutcome make(UUID application, Supplier<BankCardQuestion> question) {
        return outside.make(() -> {
            Latest latest = latest(application);
            if (latest.result() != null) {
                return new CheckOutcome.Decided(latest.result());
            }
            if (!move(application, latest.number(), "RESERVED", "SENT")) {
                move(application, latest.number(), "SENT", "LOST");
                return new CheckOutcome.AnswerLost();
            }
            return settle(application, latest.number(), ask(application, latest.number(), question));
        });
    }

    private BankCardAnswer ask(UUID application, int number, Supplier<BankCardQuestion> question) {
        BankCardQuestion opened;
        try {
            opened = question.get();
        } catch (RuntimeException e) {
            move(application, number, "SENT", "RESERVED");
            throw e;
        }
        return verifier.verify(opened);
    }

    private CheckOutcome settle(UUID application, int number, BankCardAnswer answer) {
        if (answer instanceof BankCardAnswer.Decided decided) {
            store(application, number, decided);
            return new CheckOutcome.Decided(decided.result());
        } else if (answer instanceof BankCardAnswer.Lost lost) {
            LOG.warn("Application {}: the bank's answer was lost ({})", application, lost.reason());
            move(application, number, "SENT", "LOST");
            return new CheckOutcome.AnswerLost();
        }
        move(application, number, "SENT", "RESERVED");
        return answer instanceof BankCardAnswer.NotProcessed notProcessed
                ? new CheckOutcome.Unavailable(notProcessed.reason())
                : new CheckOutcome.ProviderRefused(((BankCardAnswer.ProviderRefused) answer).reason());
    }

    private Latest latest(UUID application) {
        return jdbc.sql("select try, result from bank_card_check where application = ? order by try desc limit 1")
                .param(application)
                .query((row, n) -> new Latest(row.getInt("try"), result(row.getString("result"))))
                .single();
    }

    private boolean move(UUID application, int number, String from, String to) {
        return Boolean.TRUE.equals(shortTransaction.execute(status -> jdbc.sql("""
                                update bank_card_check
                                set state = :to, sent_at = case when :to = 'RESERVED' then null else coalesce(sent_at, now()) end
                                where application = :application and try = :try and state = :from
                                """)
                        .param("to", to)
                        .param("from", from)
                        .param("application", application)
                        .param("try", number)
                        .update()
                == 1));
    }

    private void store(UUID application, int number, BankCardAnswer.Decided decided) {
        shortTransaction.executeWithoutResult(status -> jdbc.sql("""
                        update bank_card_check
                        set state = 'DECIDED', result = :result, result_code = :code, request_id = :requestId, decided_at = now()
                        where application = :application and try = :try and state = 'SENT'
                        """)
                .param("result", decided.result().name())
                .param("code", decided.resultCode())
                .param("requestId", decided.requestId())
                .param("application", application)
                .param("try", number)
                .update());
    }

    /** @param pan the card that is to be tried next; absent if none is known yet, its counts are then 0 */
    public CardAttempts attempts(CheckSubject subject, @Nullable Pan pan) {
        return jdbc.sql("""
                        select count(*) filter (where application = :application and result = 'MISMATCH') as wrong_application,
                               count(*) filter (where application = :application) as checks_application,
                               count(*) filter (where today and account = :account and result = 'MISMATCH') as wrong_account,
                               count(*) filter (where today and identity_key = :identityKey and result = 'MISMATCH') as wrong_identity,
                               count(*) filter (where today and card_key = :cardKey and result = 'MISMATCH') as wrong_card,
                               count(*) filter (where today and card_key = :cardKey and sent_at is not null) as checks_card
                        from (select *, reserved_at > now() - interval '1 day' as today from bank_card_check
                              where application = :application
                                 or reserved_at > now() - interval '1 day'
                                    and (account = :account or identity_key = :identityKey or card_key = :cardKey)) counted
                        """)
                .param("application", subject.application())
                .param("account", subject.account())
                .param("identityKey", subject.identityKey())
                .param("cardKey", pan == null ? new byte[0] : cardKey(pan))
                .query((row, n) -> new CardAttempts(
                        row.getInt("wrong_application"),
                        row.getInt("checks_application"),
                        row.getInt("wrong_account"),
                        row.getInt("wrong_identity"),
                        row.getInt("wrong_card"),
                        row.getInt("checks_card")))
                .single();
    }

    private byte[] cardKey(Pan pan) {
        return blindIndex.of("card", pan.digits());
    }

    private static @Nullable BankCardResult result(@Nullable String name) {
        return name == null ? null : BankCardResult.valueOf(name);
    }

    private record Latest(int number, @Nullable BankCardResult result) {}
}
