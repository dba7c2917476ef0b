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
 * Wrong tries in a row of a number and of an account, across applications (NIST SP 800-63B-4, 3.2.2): after the free
 * ones each costs a delay that doubles, and none is taken after the last.
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

    /** Counts a try as wrong before it is compared; {@link #reset} takes it back when it was right. */
    void count(JdbcClient jdbc, CodeSubject subject) {
        keys(subject).forEach(key -> WrongTries.count(jdbc, key, delays));
    }

    void reset(JdbcClient jdbc, CodeSubject subject) {
        keys(subject).forEach(key -> WrongTries.forget(jdbc, key));
    }

    /** In one order always, so that two that count the same pair never wait for each other. */
    private List<byte[]> keys(CodeSubject subject) {
        return Stream.of(blindIndex.of("mobile", subject.mobile().e164()), blindIndex.of("account", subject.account()))
                .sorted(Arrays::compareUnsigned)
                .toList();
    }
}
