package io.realname.sandbox;

import java.time.Clock;
import java.time.Duration;

/**
 * How a sandbox runs.
 *
 * @param port to listen on, on this machine only; 0 takes any free one
 * @param secretId the access key's id that callers sign with, of either provider
 * @param secretKey the access key's secret
 * @param lateAnswer how long the answer to the first call takes where {@code GET /} says that it is late
 * @param clock the provider's clock
 */
public record SandboxSettings(int port, String secretId, String secretKey, Duration lateAnswer, Clock clock) {

    /** Any free port, answers as late as the contract says (30 s), the machine's clock. */
    public static SandboxSettings of(String secretId, String secretKey) {
        return new SandboxSettings(0, secretId, secretKey, Duration.ofSeconds(30), Clock.systemUTC());
    }

    public SandboxSettings withPort(int newPort) {
        return new SandboxSettings(newPort, secretId, secretKey, lateAnswer, clock);
    }

    public SandboxSettings withLateAnswer(Duration newLateAnswer) {
        return new SandboxSettings(port, secretId, secretKey, newLateAnswer, clock);
    }

    public SandboxSettings withClock(Clock newClock) {
        return new SandboxSettings(port, secretId, secretKey, lateAnswer, newClock);
    }

    /** Leaves the access key out. */
    @Override
    public String toString() {
        return "SandboxSettings[port=" + port + ", lateAnswer=" + lateAnswer + "]";
    }
}
