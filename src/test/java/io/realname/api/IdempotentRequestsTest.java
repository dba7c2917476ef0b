package io.realname.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.app.RealnameTest;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Requests whose preparations take long. */
@RealnameTest
class IdempotentRequestsTest {

    private static final Answer FIRST = new Answer(200, null, "en", "first");

    @Autowired
    private IdempotentRequests requests;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger prepared = new AtomicInteger();

    @BeforeEach
    void logIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "mall", "", AuthorityUtils.createAuthorityList("ROLE_CLIENT")));
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void preparationsRunOnceAndInNoTransaction() {
        Supplier<Answer> request =
                () -> requests.answer(key, () -> "request", this::prepare, IdempotentRequestsTest::work);

        assertThat(request.get()).isEqualTo(FIRST);
        assertThat(request.get()).isEqualTo(FIRST);

        assertThat(prepared).hasValue(1);
    }

    @Test
    void withoutAKeyNobodyAsksWhatTheRequestIs() {
        Supplier<String> request = () -> {
            throw new IllegalStateException("asked");
        };

        assertThat(requests.answer(null, request, this::prepare, IdempotentRequestsTest::work))
                .isEqualTo(FIRST);
        assertThat(requests.answer(null, request, this::prepare, IdempotentRequestsTest::work))
                .isEqualTo(FIRST);

        assertThat(prepared).hasValue(2);
    }

    /** The first request ends while the second prepares, and what the second wants is done then. */
    @Test
    void whatTheFirstHasMadeImpossibleIsAnsweredAsTheFirstWas() {
        Answer second = requests.answer(
                key,
                () -> "request\n",
                () -> {
                    requests.answer(key, "request", "", () -> FIRST);
                    throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
                },
                IdempotentRequestsTest::work);

        assertThat(second).isEqualTo(FIRST);
    }

    @Test
    void aRefusalStoresNothing() {
        assertThatThrownBy(() -> requests.answer(
                        key,
                        () -> "request",
                        () -> {
                            throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
                        },
                        IdempotentRequestsTest::work))
                .isInstanceOf(RefusalException.class);

        assertThat(requests.answer(key, () -> "another", this::prepare, IdempotentRequestsTest::work))
                .isEqualTo(FIRST);
    }

    /** The first request ends after the second has looked for its answer, and before the second has its lock. */
    @Test
    void whoeverCannotRepeatWhatTheFirstHasDoneGetsItsAnswer() {
        Answer first = firstAnswerThatIsNotSeenYet();

        Answer second = requests.answer(key, "request", "", () -> {
            firstIsSeen();
            throw new RefusalException(Refusal.of(RefusalCode.APPLICATION_IN_PROGRESS));
        });

        assertThat(second).isEqualTo(first);
    }

    @Test
    void whoeverRepeatsWhatTheFirstHasDoneGetsItsAnswer() {
        Answer first = firstAnswerThatIsNotSeenYet();

        Answer second = requests.answer(key, "request", "", () -> {
            firstIsSeen();
            return FIRST;
        });

        assertThat(second).isEqualTo(first);
    }

    private Answer firstAnswerThatIsNotSeenYet() {
        Answer first = new Answer(200, null, "en", key);
        requests.answer(key, "request", "", () -> first);
        jdbc.sql("update idempotent_request set client = ? where body = ?")
                .params("not yet " + key, key)
                .update();
        return first;
    }

    /** In a transaction of its own. */
    private void firstIsSeen() {
        CompletableFuture.runAsync(() -> jdbc.sql("update idempotent_request set client = ? where body = ?")
                        .params("mall", key)
                        .update())
                .join();
    }

    private String prepare() {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse();
        prepared.incrementAndGet();
        return "prepared";
    }

    private static Answer work(String prepared) {
        assertThat(prepared).isEqualTo("prepared");
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isTrue();
        return FIRST;
    }
}
