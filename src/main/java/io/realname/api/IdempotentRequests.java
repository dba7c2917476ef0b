package io.realname.api;

import io.realname.application.CallingClient;
import io.realname.protection.BlindIndex;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.refusal.StrictJson;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests that a client may safely send again. The answer is stored in the same transaction as the work, so either
 * both are committed or neither. A request that was refused and rolled back is not stored; it is processed again.
 */
@Service
class IdempotentRequests {

    /** The name of the header with the idempotency key. */
    static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BlindIndex blindIndex;
    private final CallingClient client;

    IdempotentRequests(
            JdbcClient jdbc, PlatformTransactionManager transactions, BlindIndex blindIndex, CallingClient client) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.blindIndex = blindIndex;
        this.client = client;
    }

    /**
     * Does the work in one transaction, or gives the first answer again.
     *
     * @param key the client's {@link #KEY}; without one the work is always done
     * @param operation the action and its target; must be the same for the same key
     * @param json the body; must be the same JSON value for the same key, in any spelling; empty if there is none
     * @throws RefusalException {@code IDEMPOTENCY_KEY_REUSED}, {@code REQUEST_IN_PROGRESS}, or
     *     {@code MALFORMED_REQUEST} for a body that is not JSON
     */
    Answer answer(@Nullable String key, String operation, String json, Supplier<Answer> work) {
        if (key == null) {
            return inTransaction(work);
        }
        Keyed keyed = keyed(key, operation + "\n" + value(json));
        return orFirstAnswer(keyed, () -> once(keyed, work));
    }

    /** The canonical form of the JSON, since some libraries write the fields in another order each time. */
    private static String value(String json) {
        return json.isEmpty() ? "" : StrictJson.canonical(json);
    }

    /**
     * As {@link #answer(String, String, String, Supplier)}, for work with long preparations. The preparations run
     * outside any transaction. They do not run if the first answer is stored: the first request may have changed data
     * so that they would fail.
     *
     * @param request operation and value as above; called only if there is a key
     */
    <T> Answer answer(
            @Nullable String key, Supplier<String> request, Supplier<T> preparations, Function<T, Answer> work) {
        if (key == null) {
            T prepared = preparations.get();
            return inTransaction(() -> work.apply(prepared));
        }
        Keyed keyed = keyed(key, request.get());
        Optional<Answer> first = firstAnswer(keyed);
        if (first.isPresent()) {
            return first.get();
        }
        return orFirstAnswer(keyed, () -> {
            T prepared = preparations.get();
            return once(keyed, () -> work.apply(prepared));
        });
    }

    private Keyed keyed(String key, String request) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new RefusalException(Refusal.malformed("/headers/" + KEY, "INVALID_LENGTH"));
        }
        String caller = client.name();
        // The key is stored as a blind index: a client may send any text as the key, even a card number.
        return new Keyed(
                caller, blindIndex.of("idempotency-key", caller + '\0' + key), blindIndex.of("request", request));
    }

    private Answer inTransaction(Supplier<Answer> work) {
        return transaction.execute(status -> work.get());
    }

    private Answer once(Keyed keyed, Supplier<Answer> work) {
        return inTransaction(() -> firstAnswerUnderLock(keyed).orElseGet(() -> {
            Answer answer = work.get();
            store(keyed, answer);
            return answer;
        }));
    }

    /**
     * The first request may have ended after this one has looked for its answer, and before this one had its lock. Then
     * this one fails, and all its work is rolled back.
     */
    private Answer orFirstAnswer(Keyed keyed, Supplier<Answer> attempt) {
        try {
            return attempt.get();
        } catch (RefusalException | DuplicateKeyException e) {
            return firstAnswer(keyed).orElseThrow(() -> e);
        }
    }

    /** Takes the lock and looks for the first answer in one statement. */
    private Optional<Answer> firstAnswerUnderLock(Keyed keyed) {
        return jdbc.sql("""
                        select locked, fingerprint, status, location, language, body
                        from pg_try_advisory_xact_lock(?) as locked
                        left join idempotent_request on client = ? and key_index = ?
                        """)
                .params(ByteBuffer.wrap(keyed.keyIndex()).getLong(), keyed.caller(), keyed.keyIndex())
                .query((row, n) -> {
                    if (!row.getBoolean("locked")) {
                        throw new RefusalException(Refusal.of(RefusalCode.REQUEST_IN_PROGRESS));
                    }
                    return row.getBytes("fingerprint") == null ? Optional.<Stored>empty() : Optional.of(stored(row));
                })
                .single()
                .map(stored -> stored.answerTo(keyed.fingerprint()));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getBytes("fingerprint"),
                new Answer(
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("language"),
                        row.getString("body")));
    }

    private Optional<Answer> firstAnswer(Keyed keyed) {
        return jdbc.sql(
                        "select fingerprint, status, location, language, body from idempotent_request where client = ? and key_index = ?")
                .params(keyed.caller(), keyed.keyIndex())
                .query((row, n) -> stored(row))
                .optional()
                .map(stored -> stored.answerTo(keyed.fingerprint()));
    }

    private void store(Keyed keyed, Answer answer) {
        jdbc.sql("""
                        insert into idempotent_request (client, key_index, fingerprint, status, location, language, body, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, now())
                        """)
                .params(
                        keyed.caller(),
                        keyed.keyIndex(),
                        keyed.fingerprint(),
                        answer.status(),
                        answer.location(),
                        answer.language(),
                        answer.body())
                .update();
    }

    /** A client repeats a request within seconds, so it is enough to keep the answers for a day. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        jdbc.sql("delete from idempotent_request where created_at < now() - interval '1 day'")
                .update();
    }

    /** A request with an idempotency key. */
    @SuppressWarnings("ArrayRecordComponent") // a private carrier that is never compared
    private record Keyed(String caller, byte[] keyIndex, byte[] fingerprint) {}

    @SuppressWarnings("ArrayRecordComponent") // a private carrier that is never compared
    private record Stored(byte[] fingerprint, Answer answer) {

        Answer answerTo(byte[] asked) {
            if (!Arrays.equals(fingerprint, asked)) {
                throw new RefusalException(Refusal.of(RefusalCode.IDEMPOTENCY_KEY_REUSED));
            }
            return answer;
        }
    }
}
