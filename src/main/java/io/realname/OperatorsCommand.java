package io.realname;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the operators' commands share: they use the settings of the installation, but do not start the application: no
 * engine, no web server, one database connection.
 */
final class OperatorsCommand {

    private OperatorsCommand() {}

    static ConfigurableApplicationContext open(Class<?> context, String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--logging.level.root=WARN", "--spring.datasource.hikari.maximum-pool-size=1"))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(context)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(all);
    }
}
