package io.realname;

import io.realname.trail.TrailAudit;
import io.realname.trail.TrailReport;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Compares the tables of an installation with its audit trail. Uses the settings of the installation, but does not
 * start the application: no engine, no web server, one database connection. Writes nothing.
 */
final class VerifyTrail {

    private VerifyTrail() {}

    /** @return 0 if there are no findings, 1 otherwise */
    static int run(PrintStream out, String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--logging.level.root=WARN", "--spring.datasource.hikari.maximum-pool-size=1"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TrailAuditContext.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(all)) {
            TrailReport report = context.getBean(TrailAudit.class).all(out::println);
            out.printf(
                    "%d applications, %d of them older than the trail, %d findings%n",
                    report.applications(), report.withoutTrail(), report.findings());
            return report.findings() == 0 ? 0 : 1;
        }
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
