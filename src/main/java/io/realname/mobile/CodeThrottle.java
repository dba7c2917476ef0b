package io.realname.mobile;

import io.realname.protection.BlindIndex;
import io.realname.protection.WrongTries;
import io.realname.protection.WrongTries.Delays;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Delays further tries after wrong ones. Counts wrong tries in a row for a number and for an account, across
 * applications (NIST SP 800-63B-4, 3.2.2). After the free tries, each wrong try causes a delay, which doubles each
 * time. After the last try, no further one is accepted.
 */
@Component
class CodeThrottle {

    private final BlindIndex blindIndex;
    private final Delays delays;

    CodeThrottle(BlindIndex blindIndex, MobileCodeProperties limits) {
        this.blindIndex = blindIndex;
        this.delays = new Delays(limits.freeWrongTries(), limits.maximumWrongTries());
    }

    /** How long the number or the account must still wait. */
    Optional<Duration> delay(JdbcClient jdbc, CodeSubject subject) {
        return WrongTries.delay(jdbc, keys(subject));
    }

    /** Counts a try as wrong before the code is compared. If the code is right, {@link #reset} deletes the count. */
    void count(JdbcClient jdbc, CodeSubject subject) {
        WrongTries.count(jdbc, keys(subject), delays);
    }

    void reset(JdbcClient jdbc, CodeSubject subject) {
        WrongTries.forget(jdbc, keys(subject));
    }

    /** Always in the same order, so that two transactions that count the same pair cannot deadlock. */
    private List<byte[]> keys(CodeSubject subject) {
        return Stream.of(blindIndex.of("mobile", subject.mobile().e164()), blindIndex.of("account", subject.account()))
                .sorted(Arrays::compareUnsigned)
                .toList();
    }
}
