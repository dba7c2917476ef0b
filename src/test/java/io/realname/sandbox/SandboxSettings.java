package io.realname.sandbox;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;

/**
 * Settings of a sandbox.
 *
 * @param address to listen on; usually this machine only
 * @param port to listen on; 0 takes any free port
 * @param secretId id of the access key that callers sign with; the same for both providers
 * @param secretKey secret of the access key
 * @param lateAnswer delay of the first answer in the scenarios that {@code GET /} describes as late
 * @param clock the provider's clock
 */
public record SandboxSettings(
        InetAddress address, int port, String secretId, String secretKey, Duration lateAnswer, Clock clock) {

    /** Any free port, answers as late as the contract says (30 s), the machine's clock. */
    public static SandboxSettings of(String secretId, String secretKey) {
        return new SandboxSettings(
                InetAddress.getLoopbackAddress(), 0, secretId, secretKey, Duration.ofSeconds(30), Clock.systemUTC());
    }

    public SandboxSettings withAddress(InetAddress newAddress) {
        return new SandboxSettings(newAddress, port, secretId, secretKey, lateAnswer, clock);
    }

    public SandboxSettings withPort(int newPort) {
        return new SandboxSettings(address, newPort, secretId, secretKey, lateAnswer, clock);
    }

    public SandboxSettings withLateAnswer(Duration newLateAnswer) {
        return new SandboxSettings(address, port, secretId, secretKey, newLateAnswer, clock);
    }

    public SandboxSettings withClock(Clock newClock) {
        return new SandboxSettings(address, port, secretId, secretKey, lateAnswer, newClock);
    }

    /** Leaves the access key out. */
    @Override
    public String toString() {
        return "SandboxSettings[port=" + port + ", lateAnswer=" + lateAnswer + "]";
    }
}
