package io.realname.provider.jdcloud;

import static io.realname.provider.jdcloud.Wire.CHECK;
import static io.realname.provider.jdcloud.Wire.STATUS;
import static io.realname.provider.jdcloud.Wire.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.payment.PaymentAmount;
import io.realname.provider.TalkativeLoggers;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever happens, even with loggers at TRACE: no name, account, amount or secret is logged or returned. */
@ExtendWith({TalkativeLoggers.class, OutputCaptureExtension.class})
class NoAmountLoggedTest {

    private static final String AMOUNT = "7.31";
    /** Does not match the seconds of a time of day. */
    private static final Pattern ALONE = Pattern.compile("(?<![0-9:])" + Pattern.quote(AMOUNT) + "(?![0-9])");

    private static final List<String> PLANTED = List.of(
            Wire.NAME,
            Wire.account("8888"),
            Wire.BANK,
            Wire.BRANCH,
            Wire.ACCESS_KEY,
            Wire.SECRET_KEY,
            "JDCLOUD2-HMAC-SHA256");

    private final SandboxServer sandbox = Wire.sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void byNeitherSide(CapturedOutput output) {
        List<String> told = new ArrayList<>();
        String echo = String.join(" ", PLANTED);
        told.add(pay());
        for (Fault fault : List.of(Fault.GARBAGE, Fault.TRUNCATED, Fault.RESET, Fault.HUGE)) {
            sandbox.script().failNext(TRANSFER, fault);
            told.add(pay());
        }
        for (String success : List.of("true", "false")) {
            sandbox.script()
                    .responseNext(
                            TRANSFER,
                            ("{\"result\":{\"success\":%s,\"hasException\":false,\"code\":\"%s\",\"message\":\"%s\","
                                            + "\"detail\":{\"orderNumber\":\"%s\",\"amount\":\"%s\"}}}")
                                    .formatted(success, echo, echo, echo, AMOUNT));
            told.add(pay());
        }
        for (String action : List.of(TRANSFER, STATUS, CHECK)) {
            sandbox.script()
                    .responseNext(action, "{\"error\":{\"status\":\"%s\",\"message\":\"%s\"}}".formatted(echo, echo));
        }
        JdCloudPayer payer = Wire.payer(sandbox);
        told.add(pay());
        told.add(payer.state("o-1").toString());
        told.add(payer.compare("o-1", PaymentAmount.parse(AMOUNT)).toString());
        told.add(payer.compare("o-1", PaymentAmount.parse(AMOUNT)).toString());
        told.add(Wire.properties(sandbox.url(), Wire.PATIENT).toString());

        // This proves that the output is captured.
        assertThat(output.getAll()).contains("unreadable", TRANSFER, CHECK);
        String all = output.getAll() + String.join("\n", told);
        PLANTED.forEach(planted -> assertThat(all.contains(planted))
                .as("value %d came out", PLANTED.indexOf(planted))
                .isFalse());
        assertThat(ALONE.matcher(all).find()).as("the amount came out").isFalse();
    }

    private String pay() {
        return Wire.payer(sandbox).pay(Wire.order("8888")).toString();
    }
}
