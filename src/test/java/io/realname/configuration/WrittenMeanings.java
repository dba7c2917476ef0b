package io.realname.configuration;

import java.util.Map;

/** What the code can't tell: settings of Spring and Camunda in our words, and the parts of lists. */
final class WrittenMeanings {

    static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("spring.datasource.url", "the PostgreSQL 17, for example `jdbc:postgresql://db:5432/realname`"),
            Map.entry("spring.datasource.username", "the user, who owns the schema"),
            Map.entry("spring.datasource.password", "the user's password"),
            Map.entry(
                    "spring.datasource.hikari.maximum-pool-size",
                    "how many connections a node opens at most (and 4 more for counting)"),
            Map.entry("camunda.bpm.admin-user.id", "the id that the first administrator signs in with"),
            Map.entry(
                    "camunda.bpm.admin-user.password",
                    "the first administrator's password: at least 10 characters of four kinds, the id not in it"),
            Map.entry(
                    "realname.clients[0].name",
                    "who the client app calls itself; its applications belong to this name"),
            Map.entry(
                    "realname.clients[0].password",
                    "the hash of its secret, as `new-client-secret` prints it: `{SHA-256}…` for a long random secret; `{bcrypt}…` costs a millisecond of CPU or more for each request. Two hashes with a space between them: both secrets are right"),
            Map.entry(
                    "realname.clients[0].roles",
                    "what it may do: `CLIENT` starts and follows applications, `ACCOUNTS` makes accounts known,"
                            + " `METRICS` reads metrics"),
            Map.entry(
                    "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                    "takes bearer tokens of this issuer too; their claim `roles` holds the same words"),
            Map.entry(
                    "realname.single-sign-on.groups[0].claimed",
                    "the name of a group as the identity provider sends it"),
            Map.entry(
                    "realname.single-sign-on.groups[0].group",
                    "the group here that it gives: `appeal-review`, `senior-review`, `enterprise-review`, `operators`,"
                            + " `analysts`, `camunda-admin` (administrators), or one that an administrator has made"),
            Map.entry("server.port", "the TCP port that the app listens on"),
            Map.entry(
                    "management.server.port",
                    "the TCP port of probes and metrics (`/actuator`), with threads of its own; the image sets 8081. Not"
                            + " set: that of the app"),
            Map.entry(
                    "logging.structured.format.console",
                    "the form of the log: `ecs`, `logstash` or `gelf` for JSON, empty for lines for people; the image sets `ecs`"),
            Map.entry(
                    "management.tracing.enabled",
                    "whether traces are recorded, from a request over its jobs to the calls of providers"),
            Map.entry(
                    "management.otlp.tracing.endpoint",
                    "where traces are sent by OTLP over HTTP, for example `http://collector:4318/v1/traces`"),
            Map.entry(
                    "management.tracing.sampling.probability",
                    "the share of requests that are recorded, 0 to 1; a caller's own decision (`traceparent`) takes precedence"));

    /** The same for settings below a name that an operator could choose, and that we have fixed. */
    static final Map<String, String> BELOW_A_NAME = Map.of(
            "spring.security.oauth2.client.provider.staff.issuer-uri",
            "the identity provider of single sign-on, as it names itself; its metadata are at"
                    + " `/.well-known/openid-configuration` below it",
            "spring.security.oauth2.client.registration.staff.client-id",
            "the id that the provider has given to this application",
            "spring.security.oauth2.client.registration.staff.client-secret",
            "the secret that belongs to it",
            "spring.security.oauth2.client.registration.staff.scope",
            "what the app asks the provider for; `openid` must be among it");

    private WrittenMeanings() {}
}
