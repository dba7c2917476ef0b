package io.realname.provider.tencent;

import static io.realname.provider.tencent.Wire.PULL;
import static io.realname.provider.tencent.Wire.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.mobile.SmsResult;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Finds a message again if it is unknown whether the provider took it. */
class SmsLookUpTest {

    private final SandboxServer sandbox = Wire.sandbox();
    private final TencentSmsSender sender = Wire.smsSender(sandbox);
    private final UUID challenge = UUID.randomUUID();
    private final Instant before = Instant.now();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void findsAMessageWhoseAnswerWasLost() {
        sandbox.script().failNext(SEND, Fault.RESET);
        assertThat(send(challenge)).isInstanceOf(SmsResult.Unavailable.class);

        assertThat(sender.lookUp(Wire.mobile("8000"), challenge, before))
                .hasValueSatisfying(serial -> assertThat(serial).startsWith("2026:"));
    }

    @Test
    void findsTheSerialNumberOfTheRightOne() {
        send(UUID.randomUUID());
        SmsResult.Accepted accepted = (SmsResult.Accepted) send(challenge);
        send(UUID.randomUUID());

        assertThat(sender.lookUp(Wire.mobile("8000"), challenge, before)).contains(accepted.serialNumber());
    }

    @Test
    void doesNotFindWhatWasNeverTaken() {
        send(UUID.randomUUID());

        assertThat(sender.lookUp(Wire.mobile("8000"), challenge, before)).isEmpty();
    }

    @Test
    void doesNotFindAnotherNumbersMessage() {
        send(challenge);

        assertThat(sender.lookUp(Wire.mobile("8001"), challenge, before)).isEmpty();
    }

    @Test
    void turnsThePages() {
        sandbox.script().responseNext(PULL, page(100, "another"));
        sandbox.script().responseNext(PULL, page(100, "another"));
        sandbox.script().responseNext(PULL, page(7, challenge.toString()));

        assertThat(sender.lookUp(Wire.mobile("8000"), challenge, before)).contains("s0");
        assertThat(sandbox.calls().of(PULL)).isEqualTo(3);
    }

    @Test
    void stopsAtTheLastPage() {
        sandbox.script().responseNext(PULL, page(100, "another"));
        sandbox.script().responseNext(PULL, page(0, ""));

        assertThat(sender.lookUp(Wire.mobile("8000"), challenge, before)).isEmpty();
        assertThat(sandbox.calls().of(PULL)).isEqualTo(2);
    }

    @Test
    void doesNotTurnPagesForEver() {
        IntStream.range(0, 20).forEach(page -> sandbox.script().responseNext(PULL, page(100, "another")));

        assertThat(sender.lookUp(Wire.mobile("8000"), challenge, before)).isEmpty();
        assertThat(sandbox.calls().of(PULL)).isEqualTo(10);
    }

    @Test
    void cannotSayWhileTheProviderIsDown() {
        send(challenge);
        sandbox.script().statusNext(PULL, 500);
        assertThat(sender.lookUp(Wire.mobile("8000"), challenge, before)).isEmpty();

        sandbox.script().errorNext(PULL, "RequestLimitExceeded");
        assertThat(sender.lookUp(Wire.mobile("8000"), challenge, before)).isEmpty();

        assertThat(sender.lookUp(Wire.mobile("8000"), challenge, before)).isPresent();
    }

    private SmsResult send(UUID id) {
        return sender.send(Wire.mobile("8000"), "271828", Duration.ofMinutes(5), id);
    }

    private static String page(int items, String context) {
        return IntStream.range(0, items)
                .mapToObj(item -> "{\"SerialNo\":\"s" + item + "\",\"SessionContext\":\"" + context + "\"}")
                .collect(Collectors.joining(",", "{\"PullSmsSendStatusSet\":[", "]}"));
    }
}
