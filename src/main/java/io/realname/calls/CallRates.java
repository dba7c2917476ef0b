package io.realname.calls;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many billed calls all nodes together send, {@code realname.calls.*}. They are spread over the second; three may be
 * sent at once, so any second has at most three more than the setting.
 *
 * @param bankCardChecksPerSecond bank-card checks, 1 to 1000. Tencent Cloud takes 20 a second for the whole account
 * @param licenceChecksPerSecond checks of licences, 1 to 1000, with a limit of their own at the provider
 */
@ConfigurationProperties("realname.calls")
public record CallRates(
        @DefaultValue("15") int bankCardChecksPerSecond,
        @DefaultValue("15") int licenceChecksPerSecond) {

    private static final int MOST = 1000;

    public CallRates {
        require("bank-card-checks-per-second", bankCardChecksPerSecond);
        require("licence-checks-per-second", licenceChecksPerSecond);
    }

    private static void require(String name, int rate) {
        if (rate < 1 || rate > MOST) {
            throw new IllegalArgumentException("realname.calls." + name + ": 1 to " + MOST);
        }
    }
}
