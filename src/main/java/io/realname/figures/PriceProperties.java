package io.realname.figures;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the providers bill for one call, in yuan, 0 to 1000. The app only multiplies: the metric
 * {@code realname_billed_cost_today_yuan} is the number of today's calls times these.
 *
 * @param bankCardCheck for one bank-card check, in yuan; 0 if it is not to be counted
 * @param licenceCheck for one check of a business licence, in yuan; 0 if it is not to be counted
 * @param corporatePayment for one payment to a corporate account, without the amount paid, in yuan; 0 if it is not to be
 *     counted
 * @param sms for one text message, a code or a notice, in yuan; 0 if it is not to be counted
 */
@ConfigurationProperties("realname.prices")
public record PriceProperties(
        @DefaultValue("0") BigDecimal bankCardCheck,
        @DefaultValue("0") BigDecimal licenceCheck,
        @DefaultValue("0") BigDecimal corporatePayment,
        @DefaultValue("0") BigDecimal sms) {

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1000);

    public PriceProperties {
        require("bank-card-check", bankCardCheck);
        require("licence-check", licenceCheck);
        require("corporate-payment", corporatePayment);
        require("sms", sms);
    }

    /** @param call as in the label {@code call} of the metrics */
    BigDecimal of(String call) {
        return switch (call) {
            case "bank_card_check" -> bankCardCheck;
            case "licence_check" -> licenceCheck;
            case "corporate_payment" -> corporatePayment;
            default -> sms;
        };
    }

    private static void require(String name, BigDecimal price) {
        if (price.signum() < 0 || price.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("realname.prices." + name + ": 0 to 1000 yuan");
        }
    }
}
