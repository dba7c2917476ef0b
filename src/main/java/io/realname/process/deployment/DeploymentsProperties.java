package io.realname.process.deployment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How analysts change diagrams while the application runs, {@code realname.deployments.*}.
 *
 * @param approval whether a second person has to approve what an analyst deploys, before applications start with it. The
 *     run command switches it off
 */
@ConfigurationProperties("realname.deployments")
public record DeploymentsProperties(@DefaultValue("true") boolean approval) {}
