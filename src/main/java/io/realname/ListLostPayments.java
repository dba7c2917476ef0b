package io.realname;

import io.realname.desk.CaseNumber;
import io.realname.enterprise.LostPayment;
import io.realname.enterprise.LostPayments;
import io.realname.protection.KeyCheck;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Prints the payments of an installation whose answer got lost, with what an operator needs to find them in the
 * provider's portal. Writes nothing but an entry in the audit trail for each one.
 */
final class ListLostPayments {

    /** The provider's portal shows this time. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final String HELP = """
            lost-payments prints the payments whose answer got lost, with what is needed to look them up in the provider's
            portal. It uses the settings of the app. The exit code is 0 if there are none, 1 if there are, 2 if it could
            not look.""";

    private ListLostPayments() {}

    /** @return 0 if there are none, 1 if there are, 2 if it could not look */
    static int run(PrintStream out, String... arguments) {
        return OperatorsCommand.run(out, HELP, LostPaymentsContext.class, context -> list(out, context), arguments);
    }

    private static int list(PrintStream out, ConfigurableApplicationContext context) {
        context.getBean(KeyCheck.class).needRightKeys();
        // The trail wants to know who looked. A command knows only the user of the operating system.
        List<LostPayment> lost =
                context.getBean(LostPayments.class).shownTo("command:" + System.getProperty("user.name", "unknown"));
        lost.forEach(payment -> print(payment, out));
        out.printf("%d %s whose answer got lost%n", lost.size(), lost.size() == 1 ? "payment" : "payments");
        return lost.isEmpty() ? 0 : 1;
    }

    private static void print(LostPayment payment, PrintStream out) {
        out.printf(
                "application %s, case %s, payment %d: sent at %s, of 0.01 to 0.99 yuan, to %s, %s, %s, of %s. %s%n",
                payment.application(),
                CaseNumber.of(payment.application()),
                payment.number(),
                time(payment.sentAt()),
                payment.account(),
                payment.bank(),
                payment.branch(),
                payment.enterprise(),
                next(payment.foundMissing()));
    }

    private static String next(LostPayment.@Nullable FoundMissing missing) {
        return missing == null
                ? "Look it up"
                : "It did not arrive, says " + missing.by() + " at " + time(missing.at()) + ": retry it in Cockpit";
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Not annotated with {@code @Configuration}, so that the component scan of the application does not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @ComponentScan("io.realname.protection")
    @ComponentScan(
            basePackages = "io.realname.enterprise",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {".*\\.LostPayments", ".*\\.StatedEnterprises", ".*\\.SealedEnterprises"}))
    static class LostPaymentsContext {}
}
