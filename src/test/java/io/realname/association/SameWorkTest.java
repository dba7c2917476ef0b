package io.realname.association;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.CountedStatements;
import io.realname.app.Registered;
import io.realname.app.StatementCounter;
import io.realname.application.Applications;
import io.realname.application.OutcomeCode;
import io.realname.identity.BindResult;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.mobile.MobileNumber;
import io.realname.process.ProcessTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An account that is unknown, unverified or an enterprise's: nobody learns which, neither from the words of the answer
 * nor from how long it takes. Seconds would prove nothing, so the work is compared: the statements that each call asks of
 * the database, in their order.
 */
@ProcessTest
class SameWorkTest {

    private static final int CALLS = 200;
    private static final int WARM_UP = 5;

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter counter;

    @Autowired
    private AccountDirectory accounts;

    @Autowired
    private Registered registered;

    @Autowired
    private Applications applications;

    @Autowired
    private IdentityRegistry registry;

    @Autowired
    private PlatformTransactionManager transactions;

    private Client mall;

    @BeforeEach
    void come() {
        mall = Client.named("mall", port);
    }

    @Test
    void strangersLearnNothingFromWordsOrWork() {
        Map<String, IntFunction<String>> kinds = kinds();
        Map<String, Map<List<String>, Integer>> work = new LinkedHashMap<>();
        Map<String, Set<String>> answers = new LinkedHashMap<>();
        for (int n = 0; n < WARM_UP; n++) {
            for (IntFunction<String> names : kinds.values()) {
                ask(names.apply(-n), n, false);
            }
        }

        for (int n = 0; n < CALLS; n++) {
            int call = n;
            kinds.forEach((kind, names) -> {
                Asked asked = ask(names.apply(call), call, false);
                work.computeIfAbsent(kind, key -> new HashMap<>()).merge(asked.statements(), 1, Integer::sum);
                answers.computeIfAbsent(kind, key -> new TreeSet<>()).add(asked.answer());
            });
        }

        Set<String> answer = Objects.requireNonNull(answers.get("unknown"));
        assertThat(answer).as("one answer in each of two languages").hasSize(2);
        assertThat(answers.values()).allSatisfy(others -> assertThat(others).isEqualTo(answer));
        Map<List<String>, Integer> distribution = Objects.requireNonNull(work.get("unknown"));
        assertThat(work.values()).allSatisfy(others -> assertThat(others).isEqualTo(distribution));
        assertThat(distribution.keySet())
                .allSatisfy(statements -> assertThat(statements)
                        .as("the work itself was noted")
                        .anyMatch(sql -> sql.contains("for share"))
                        .anyMatch(sql -> sql.contains("from binding where account = "))
                        .anyMatch(sql -> sql.toUpperCase(Locale.ROOT).contains("ACT_HI_PROCINST"))
                        .contains("commit"));
    }

    /** Otherwise a counter that sees nothing would find everything the same. */
    @Test
    void oneLookupMoreIsSeen() {
        for (int n = 0; n < WARM_UP; n++) {
            ask("ghost_warm_up", 0, false);
        }

        List<String> usual = ask("ghost_usual", 0, false).statements();
        List<String> planted = ask("ghost_planted", 0, true).statements();

        assertThat(planted).isNotEqualTo(usual).contains(CountedStatements.PLANTED);
        List<String> rest = new ArrayList<>(planted);
        rest.remove(CountedStatements.PLANTED);
        assertThat(rest).isEqualTo(usual);
    }

    /** An account that can be associated is another answer and other work: the comparison does tell things apart. */
    @Test
    void accountThatIsVerifiedIsOtherWork() {
        Applicant owner = Applicant.number(7604);
        verify(owner);
        for (int n = 0; n < WARM_UP; n++) {
            ask("ghost_warm_up", 0, false);
        }

        Asked ghost = ask("ghost_other_work", 0, false);
        Asked real = ask(owner.account(), 0, false);

        assertThat(mall.delete(real.location()).status()).isEqualTo(200);
        assertThat(real.answer()).isNotEqualTo(ghost.answer());
        assertThat(real.statements()).isNotEqualTo(ghost.statements());
    }

    /** Accounts by what they are; the argument is the number of the call. */
    private Map<String, IntFunction<String>> kinds() {
        Applicant unverified = Applicant.number(7601);
        put(unverified.account(), "JD_MALL", AccountKind.PERSONAL, unverified.mobile());
        Applicant enterprise = Applicant.number(7602);
        put(enterprise.account(), "JD_MALL", AccountKind.ENTERPRISE, enterprise.mobile());
        Applicant upgraded = Applicant.number(7603);
        verify(upgraded);
        put(upgraded.account(), "JD_MALL", AccountKind.ENTERPRISE, upgraded.mobile());
        Map<String, IntFunction<String>> kinds = new LinkedHashMap<>();
        kinds.put("unknown", n -> "ghost_7600_" + Math.abs(n));
        kinds.put("unverified", n -> unverified.account());
        kinds.put("enterprise", n -> (n / 2 % 2 == 0 ? enterprise : upgraded).account());
        return kinds;
    }

    /**
     * @param location of the application
     * @param answer status, names of headers and body, without what differs from call to call
     */
    private record Asked(String location, String answer, List<String> statements) {}

    /** Each time somebody else asks: an account may do so ten times a day. */
    private Asked ask(String verifiedAccount, int n, boolean planted) {
        String applicant = "applicant_" + UUID.randomUUID();
        put(applicant, "JD_CLOUD", AccountKind.PERSONAL, null);
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept-Language", n % 2 == 0 ? "en" : "zh-CN");
        if (planted) {
            headers.put(CountedStatements.PLANT, "yes");
        }
        counter.take();
        Reply reply = mall.send(
                "POST",
                "/api/v1/associations",
                "{\"account\":\"%s\",\"verifiedAccount\":\"%s\"}".formatted(applicant, verifiedAccount),
                headers);
        // Whether the client's secret was compared within the last second says nothing of the account.
        List<String> statements = counter.take().stream()
                .filter(sql -> !sql.contains("client_secret_throttle"))
                .toList();
        return new Asked(reply.header("Location"), answer(reply).replace(applicant, "applicant"), statements);
    }

    private static String answer(Reply reply) {
        JsonNode body = reply.body();
        if (body instanceof ObjectNode application) {
            assertThat(application
                            .remove(List.of("id", "createdAt", "updatedAt"))
                            .size())
                    .isPositive();
        }
        Set<String> headers = new TreeSet<>(reply.response().headers().map().keySet());
        headers.remove("connection"); // the server closes a connection after so many requests, whatever they are
        return reply.status() + " " + headers + " " + body;
    }

    private void verify(Applicant owner) {
        UUID id = registered.application(owner, "JD_MALL");
        BindResult bound = new TransactionTemplate(transactions).execute(status -> {
            Applications.Stated stated = applications.stated(id);
            BindResult result = registry.bindFree(stated.bindingSubject(), VerificationMethod.BANK_CARD);
            applications.end(id, OutcomeCode.VERIFIED, null);
            return result;
        });
        assertThat(bound).isEqualTo(BindResult.BOUND);
        put(owner.account(), "JD_MALL", AccountKind.PERSONAL, owner.mobile());
    }

    private void put(String userName, String site, AccountKind kind, @Nullable String mobile) {
        accounts.put(new Account(
                new UserName(userName),
                new Site(site),
                kind,
                mobile == null ? null : MobileNumber.parse(mobile),
                Set.of()));
    }
}
