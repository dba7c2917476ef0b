package io.realname.payment;

import io.realname.calls.ProviderAnswer;
import io.realname.database.ProviderCall;
import io.realname.protection.ForgottenException;
import io.realname.protection.Sealer;
import io.realname.protection.WrongTries;
import io.realname.protection.WrongTries.Delays;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The amounts that applicants state. Wrong amounts in a row are counted for an account over all its applications.
 * Otherwise a new application, with a new payment, would allow new guesses.
 */
@Service
public class StatedAmounts {

    private final JdbcClient jdbc;
    private final TransactionTemplate shortTransaction;
    private final ProviderCall outside;
    private final CorporatePayments payments;
    private final Sealer sealer;

    StatedAmounts(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ProviderCall outside,
            CorporatePayments payments,
            Sealer sealer) {
        this.jdbc = jdbc;
        this.shortTransaction = new TransactionTemplate(transactions);
        this.outside = outside;
        this.payments = payments;
        this.sealer = sealer;
    }

    /** Stores the amount that is compared next. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void state(UUID application, String account, PaymentAmount amount) {
        int number = 1 + countOf(application);
        jdbc.sql("""
                        insert into stated_amount (application, number, account, amount, stated_at)
                        values (:application, :number, :account, :amount, now())
                        """)
                .param("application", application)
                .param("number", number)
                .param("account", account)
                .param("amount", sealer.seal(amount.inYuan(), place(application, number)))
                .update();
    }

    /** Whether the applicant has already stated an amount for this application. */
    public boolean hasStated(UUID application) {
        return countOf(application) > 0;
    }

    /**
     * Compares the latest amount, unless it was already compared. Runs outside the caller's transaction. If the payer
     * answers, the result is stored and the amount is deleted before this method returns.
     */
    public ProviderAnswer<AmountComparison> compare(UUID application) {
        return outside.make(() -> {
            Latest latest = latest(application);
            AmountComparison compared = latest.result();
            if (compared != null) {
                return new ProviderAnswer.Decided<>(compared);
            }
            ProviderAnswer<AmountComparison> answer = payments.compare(application, latest.amount());
            if (answer instanceof ProviderAnswer.Decided<AmountComparison> decided) {
                store(application, latest.number(), decided.value());
            }
            return answer;
        });
    }

    /** How many wrong amounts in a row the account has stated. */
    public int wrongInRow(String account) {
        return WrongTries.inRow(jdbc, subject(account));
    }

    /** Sets the count of wrong amounts in a row to zero. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resetWrongInRow(String account) {
        WrongTries.forget(jdbc, List.of(subject(account)));
    }

    private static byte[] subject(String account) {
        return ("amounts of " + account).getBytes(StandardCharsets.UTF_8);
    }

    private int countOf(UUID application) {
        return jdbc.sql("select count(*) from stated_amount where application = ?")
                .param(application)
                .query(Integer.class)
                .single();
    }

    private Latest latest(UUID application) {
        return jdbc.sql("""
                        select number, amount, result from stated_amount where application = ? order by number desc limit 1
                        """)
                .param(application)
                .query((row, n) -> {
                    int number = row.getInt("number");
                    byte[] amount = row.getBytes("amount");
                    String result = row.getString("result");
                    return new Latest(
                            number,
                            amount == null
                                    ? null
                                    : PaymentAmount.parse(sealer.open(amount, place(application, number))),
                            result == null ? null : AmountComparison.valueOf(result));
                })
                .single();
    }

    /** Stores the result and counts a wrong amount in one transaction, so that each amount is counted once. */
    private void store(UUID application, int number, AmountComparison result) {
        shortTransaction.executeWithoutResult(status -> jdbc.sql("""
                        update stated_amount set result = :result, amount = null, decided_at = now()
                        where application = :application and number = :number and result is null
                        returning account
                        """)
                .param("result", result.name())
                .param("application", application)
                .param("number", number)
                .query(String.class)
                .optional()
                .filter(account -> result == AmountComparison.DIFFERENT)
                .ifPresent(account -> WrongTries.count(jdbc, List.of(subject(account)), Delays.NONE)));
    }

    private static String place(UUID application, int number) {
        return "stated_amount/amount/" + application + "/" + number;
    }

    private record Latest(
            int number,
            @Nullable PaymentAmount stated,
            @Nullable AmountComparison result) {

        PaymentAmount amount() {
            if (stated == null) {
                throw new ForgottenException();
            }
            return stated;
        }
    }
}
