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
 * @param bankTakes how long the bank takes for each answer
 * @param clock the provider's clock
 */
public record SandboxSettings(
        InetAddress address,
        int port,
        String secretId,
        String secretKey,
        Duration lateAnswer,
        Duration bankTakes,
        Clock clock) {

    /** Any free port, answers as late as the contract says (30 s), the machine's clock. */
    public static SandboxSettings of(String secretId, String secretKey) {
        return new SandboxSettings(
                InetAddress.getLoopbackAddress(),
                0,
                secretId,
                secretKey,
                Duration.ofSeconds(30),
                Duration.ZERO,
                Clock.systemUTC());
    }

    public SandboxSettings withAddress(InetAddress newAddress) {
        return new SandboxSettings(newAddress, port, secretId, secretKey, lateAnswer, bankTakes, clock);
    }

    public SandboxSettings withPort(int newPort) {
        return new SandboxSettings(address, newPort, secretId, secretKey, lateAnswer, bankTakes, clock);
    }

    public SandboxSettings withLateAnswer(Duration newLateAnswer) {
        return new SandboxSettings(address, port, secretId, secretKey, newLateAnswer, bankTakes, clock);
    }

    public SandboxSettings withBankTaking(Duration time) {
        return new SandboxSettings(address, port, secretId, secretKey, lateAnswer, time, clock);
    }

    public SandboxSettings withClock(Clock newClock) {
        return new SandboxSettings(address, port, secretId, secretKey, lateAnswer, bankTakes, newClock);
    }

    /** Leaves the access key out. */
    @Override
    public String toString() {
        return "SandboxSettings[port=" + port + ", lateAnswer=" + lateAnswer + "]";
    }
}
