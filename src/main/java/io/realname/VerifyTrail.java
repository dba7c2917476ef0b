package io.realname;

import io.realname.protection.KeyCheck;
import io.realname.trail.TrailAudit;
import io.realname.trail.TrailReport;
import java.io.PrintStream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Compares the tables of an installation with its audit trail. Writes nothing. */
final class VerifyTrail {

    private static final String HELP = """
            verify-trail compares the tables of the installation with its audit trail, and writes nothing. It uses the
            settings of the app. The exit code is 0 if there are no findings, 1 if there are, 2 if it could not compare.""";

    private VerifyTrail() {}

    /** @return 0 if there are no findings, 1 if there are, 2 if it could not compare */
    static int run(PrintStream out, String... arguments) {
        return OperatorsCommand.run(out, HELP, TrailAuditContext.class, context -> compare(out, context), arguments);
    }

    private static int compare(PrintStream out, ConfigurableApplicationContext context) {
        // With other keys, every stream would look as if it were altered.
        context.getBean(KeyCheck.class).needRightKeys();
        TrailReport report = context.getBean(TrailAudit.class).all(out::println);
        out.printf(
                "%d applications, %d of them older than the trail, %d findings%n",
                report.applications(), report.withoutTrail(), report.findings());
        return report.findings() == 0 ? 0 : 1;
    }

    /** Not annotated with {@code @Configuration}, so that the component scan of the application does not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @ComponentScan("io.realname.protection")
    @ComponentScan(
            basePackages = {"io.realname.trail", "io.realname.identity", "io.realname.enterprise"},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.TrailAudit",
                                ".*\\.TrailedRows",
                                ".*\\.BindingTrail",
                                ".*\\.EnterpriseTrail"
                            }))
    static class TrailAuditContext {}
}
