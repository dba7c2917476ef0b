package io.realname.provider.tencent;

import static io.realname.provider.tencent.Wire.BANK_CHECK;
import static io.realname.provider.tencent.Wire.LICENCE_CHECK;
import static io.realname.provider.tencent.Wire.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.mobile.MobileNumber;
import io.realname.provider.TalkativeLoggers;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Whatever happens, and even with the root logger at TRACE: no name, card, number, code, licence or secret is logged or
 * returned.
 */
@ExtendWith({TalkativeLoggers.class, OutputCaptureExtension.class})
class NothingPersonalLoggedTest {

    private static final List<String> PLANTED = List.of(
            Wire.NAME,
            Wire.RESIDENT_ID,
            Wire.PAN,
            "13800138000",
            "271828",
            Wire.creditCode("88"),
            Wire.ENTERPRISE,
            Wire.SECRET_ID,
            Wire.SECRET_KEY);

    private final SandboxServer sandbox = Wire.sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void byNeitherSide(CapturedOutput output) {
        TencentBankCardVerifier verifier = Wire.verifier(sandbox);
        String echo =
                "{\"Error\":{\"Code\":\"InvalidParameterValue\",\"Message\":\"" + String.join(" ", PLANTED) + "\"}}";
        verifier.verify(Wire.question("8000"));
        for (Fault fault : List.of(Fault.GARBAGE, Fault.TRUNCATED, Fault.RESET, Fault.HUGE)) {
            sandbox.script().failNext(BANK_CHECK, fault);
            verifier.verify(Wire.question("8000"));
        }
        sandbox.script().responseNext(BANK_CHECK, echo);
        Wire.verifier(sandbox).verify(Wire.question("8000"));
        sandbox.script().responseNext(BANK_CHECK, "{\"Result\":\"" + Wire.NAME + "\"}");
        Wire.verifier(sandbox).verify(Wire.question("8000"));

        Wire.registry(sandbox).ask(Wire.licence("88"));
        for (Fault fault : List.of(Fault.GARBAGE, Fault.TRUNCATED, Fault.RESET, Fault.HUGE)) {
            sandbox.script().failNext(LICENCE_CHECK, fault);
            Wire.registry(sandbox).ask(Wire.licence("88"));
        }
        sandbox.script().responseNext(LICENCE_CHECK, echo);
        Wire.registry(sandbox).ask(Wire.licence("88"));
        sandbox.script().responseNext(LICENCE_CHECK, "{\"StatusCode\":\"" + Wire.NAME + "\"}");
        Wire.registry(sandbox).ask(Wire.licence("88"));

        TencentSmsSender sender = Wire.smsSender(sandbox);
        MobileNumber mobile = Wire.mobile("8000");
        UUID challenge = UUID.randomUUID();
        sender.send(mobile, "271828", Duration.ofMinutes(5), challenge);
        sandbox.script().responseNext(SEND, echo);
        sender.send(mobile, "271828", Duration.ofMinutes(5), challenge);
        sandbox.script().smsCodeNext("FailedOperation.PhoneNumberInBlacklist");
        sender.send(mobile, "271828", Duration.ofMinutes(5), challenge);
        sender.lookUp(mobile, challenge, Instant.now());
        assertThat(Wire.properties(sandbox.endpoint(), Wire.PATIENT).toString()).doesNotContain(PLANTED);

        // This proves that the output is captured.
        assertThat(output.getAll()).contains("InvalidParameterValue", BANK_CHECK, LICENCE_CHECK);
        PLANTED.forEach(planted -> assertThat(output.getAll().contains(planted))
                .as("value %d was logged", PLANTED.indexOf(planted))
                .isFalse());
    }
}
