package io.realname.bankcard;

import io.realname.calls.BilledCall;
import io.realname.calls.BilledCalls;
import io.realname.calls.CallRates;
import io.realname.calls.DecisionColumns;
import io.realname.calls.ProviderAnswer;
import io.realname.protection.BlindIndex;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The billed checks of bank cards. Each one is made at most once, as a {@link BilledCall}, and is counted. */
@Service
public class BankCardChecks {

    private final JdbcClient jdbc;
    private final BilledCall<BankCardDecision> call;
    private final BankCardVerifier verifier;
    private final BlindIndex blindIndex;
    private final BankCardProperties limits;

    BankCardChecks(
            JdbcClient jdbc,
            BilledCalls calls,
            CallRates rates,
            BankCardVerifier verifier,
            BlindIndex blindIndex,
            BankCardProperties limits) {
        this.jdbc = jdbc;
        this.call = calls.keptIn("bank_card_check", new Columns(), rates.bankCardChecksPerSecond());
        this.verifier = verifier;
        this.blindIndex = blindIndex;
        this.limits = limits;
    }

    /**
     * Reserves the application's next check. If the card has reached its limit of checks in the last 24 hours, the
     * check is decided at once as {@link BankCardResult#RATE_LIMITED}. A lock on the card protects the count: several
     * applications that reserve at the same moment cannot exceed the limit.
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
     * Makes the reserved check, unless it is already decided. Runs outside the caller's transaction and holds no
     * connection while it waits for the bank.
     *
     * @param question called only if a request is sent to the bank
     */
    public ProviderAnswer<BankCardResult> make(UUID application, Supplier<BankCardQuestion> question) {
        return call.make(application, question, verifier::verify).map(BankCardDecision::result);
    }

    /** @param pan the card that is checked next; absent if no card is known yet: the counts of the card are then 0 */
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

    private static final class Columns implements DecisionColumns<BankCardDecision> {

        @Override
        public BankCardDecision read(ResultSet row) throws SQLException {
            return new BankCardDecision(
                    BankCardResult.valueOf(row.getString("result")),
                    row.getString("result_code"),
                    row.getString("request_id"));
        }

        @Override
        public Map<String, @Nullable Object> write(BankCardDecision decided) {
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("result", decided.result().name());
            columns.put("result_code", decided.resultCode());
            columns.put("request_id", decided.requestId());
            return columns;
        }
    }
}
