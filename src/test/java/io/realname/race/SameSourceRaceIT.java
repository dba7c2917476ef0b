package io.realname.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.OtherSettings;
import io.realname.mobile.MobileNumber;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person gets one verified account per site, even if many accounts are associated at the same moment. */
@OtherSettings
class SameSourceRaceIT {

    private static final int ACCOUNTS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private AccountDirectory accounts;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService threads = Executors.newFixedThreadPool(ACCOUNTS);
    private Client mall;

    @BeforeEach
    void come() {
        mall = Client.named("mall", port);
    }

    @AfterEach
    void go() {
        threads.shutdownNow();
    }

    @Test
    void oneOfFiftyIsVerified() throws Exception {
        Applicant owner = Applicant.number(7500);
        verify(owner);
        accounts.put(account(owner.account(), "JD_MALL", owner.mobile()));
        List<String> applicants =
                IntStream.range(0, ACCOUNTS).mapToObj(n -> "cloud_7500_" + n).toList();
        applicants.forEach(applicant -> accounts.put(account(applicant, "JD_CLOUD", null)));

        List<Reply> started = atOnce(
                applicants,
                applicant -> mall.post(
                        "/api/v1/associations",
                        "{\"account\":\"%s\",\"verifiedAccount\":\"%s\"}".formatted(applicant, owner.account())));
        assertThat(started).extracting(Reply::status).containsOnly(201);
        List<String> locations =
                started.stream().map(reply -> reply.header("Location")).toList();
        locations.forEach(location -> awaitStatus(location, "ACTION_REQUIRED"));

        List<Reply> submitted = atOnce(
                locations,
                location -> mall.post(location + "/mobile-code", "{\"code\":\"%s\"}".formatted(codeOf(location))));

        assertThat(submitted).extracting(Reply::status).containsOnly(200);
        Map<String, Long> outcomes = submitted.stream()
                .collect(Collectors.groupingBy(reply -> reply.at("/outcome/code"), Collectors.counting()));
        assertThat(outcomes)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("VERIFIED", 1L, "IDENTITY_BOUND_TO_ANOTHER_ACCOUNT", ACCOUNTS - 1L));
        assertThat(runtime.createIncidentQuery().count()).isZero();
        String winner = submitted.stream()
                .filter(reply -> reply.at("/outcome/code").equals("VERIFIED"))
                .map(reply -> reply.at("/account"))
                .findFirst()
                .orElseThrow();
        assertThat(submitted.stream()
                        .filter(reply -> !reply.at("/account").equals(winner))
                        .map(reply -> reply.at("/outcome/account")))
                .containsOnly(new UserName(winner).masked());
        assertThat(jdbc.sql("select account from binding where site = 'JD_CLOUD' and released_at is null")
                        .query(String.class)
                        .list())
                .containsExactly(winner);
    }

    private void verify(Applicant owner) {
        accounts.put(account(owner.account(), "JD_MALL", null));
        String location =
                mall.post("/api/v1/verifications", owner.application()).header("Location");
        awaitStatus(location, "ACTION_REQUIRED");
        mall.post(location + "/mobile-code", "{\"code\":\"%s\"}".formatted(codeOf(location)));
        awaitStatus(location, "SUCCEEDED");
    }

    private void awaitStatus(String location, String status) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> mall.get(location + "?wait=10").at("/status"), status::equals);
    }

    /** All codes go to one number. The provider's session context tells which code belongs to which application. */
    private String codeOf(String location) {
        String challenge = jdbc.sql("select id::text from mobile_code where application = ?::uuid and state = 'SENT'")
                .param(location.substring(location.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
        return sandbox.inbox().messagesOf(challenge).get(0).code();
    }

    private <T> List<Reply> atOnce(List<T> callers, Function<T, Reply> call)
            throws InterruptedException, ExecutionException {
        CyclicBarrier barrier = new CyclicBarrier(callers.size());
        List<Callable<Reply>> calls = callers.stream()
                .<Callable<Reply>>map(caller -> () -> {
                    barrier.await();
                    return call.apply(caller);
                })
                .toList();
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : threads.invokeAll(calls)) {
            replies.add(reply.get());
        }
        return Collections.unmodifiableList(replies);
    }

    private static Account account(String userName, String site, @Nullable String mobile) {
        return new Account(
                new UserName(userName),
                new Site(site),
                AccountKind.PERSONAL,
                mobile == null ? null : MobileNumber.parse(mobile),
                Set.of());
    }
}
