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
 * Holds the tables of an installation against the trail, with its settings and without starting it: neither engine nor web,
 * one connection, and nothing is written.
 */
final class VerifyTrail {

    private VerifyTrail() {}

    /** @return 0 if everything agrees, 1 if not */
    static int run(PrintStream out, String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--logging.level.root=WARN", "--spring.datasource.hikari.maximum-pool-size=1"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(WhatItTakes.class)
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

    /** No configuration for the app itself to find. */
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
    static class WhatItTakes {}
}
