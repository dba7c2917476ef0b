package io.realname.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationProcess;
import io.realname.application.Applications;
import io.realname.mobile.MobileNumber;
import io.realname.sandbox.SandboxServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Where runs begin: invented people, each new to the app, and the typed door without its HTTP. */
public class ProcessRuns {

    public static final String CLIENT = "mall";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SITE = "JD_MALL";
    private static final AtomicInteger people = new AtomicInteger(1000);

    private final ProcessEngine engine;
    private final ApplicationProcess process;
    private final Applications applications;
    private final AccountDirectory accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final SandboxServer sandbox;
    private final CircuitBreakerRegistry breakers;

    ProcessRuns(
            ProcessEngine engine,
            ApplicationProcess process,
            Applications applications,
            AccountDirectory accounts,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            SandboxServer sandbox,
            CircuitBreakerRegistry breakers) {
        this.engine = engine;
        this.process = process;
        this.applications = applications;
        this.accounts = accounts;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.sandbox = sandbox;
        this.breakers = breakers;
    }

    /** What an earlier test did to the provider is over. */
    public void refresh() {
        BpmnAwareTests.init(engine);
        sandbox.reset();
        refreshBreakers();
    }

    /** The provider is trusted again. */
    public void refreshBreakers() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** Somebody whom no test has seen before. */
    public Applicant somebody() {
        return Applicant.number(people.getAndIncrement());
    }

    /** Somebody with a number that the sandbox treats specially. */
    public Applicant somebodyWithMobileEnding(String last4) {
        int n = people.getAndIncrement();
        return Applicant.number(n).withMobileEnding(last4, n);
    }

    public ProcessRun apply(Applicant applicant) {
        return apply(applicant, SITE);
    }

    public ProcessRun apply(Applicant applicant, String site) {
        put(applicant.account(), site, AccountKind.PERSONAL, null);
        return apply(applicant, applicant.application());
    }

    /** @param form of somebody whose account is known */
    public ProcessRun apply(Applicant applicant, ObjectNode form) {
        return new ProcessRun(this, start(ApplicationKind.NEW_USER, form.toString()), applicant);
    }

    /**
     * Applies for the association of an account at the site with a verified one.
     *
     * @param applicant with the verified account's number, at which the codes are read
     * @param follows the application that it takes up, if any
     */
    public ProcessRun associate(Applicant applicant, String site, String verifiedAccount, @Nullable UUID follows) {
        put(applicant.account(), site, AccountKind.PERSONAL, null);
        ObjectNode body =
                JSON.createObjectNode().put("account", applicant.account()).put("verifiedAccount", verifiedAccount);
        if (follows != null) {
            body.put("follows", follows.toString());
        }
        return new ProcessRun(this, start(ApplicationKind.ASSOCIATION, body.toString()), applicant);
    }

    UUID start(ApplicationKind kind, String application) {
        return startAs(CLIENT, kind, application);
    }

    /** @param client by name */
    public UUID startAs(String client, ApplicationKind kind, String application) {
        return as(client, door -> {
            UUID id = door.newId();
            door.start(id, kind, application);
            return id;
        });
    }

    /** What the account service says of an account. */
    public void put(String account, String site, AccountKind kind, @Nullable String mobile, String... openBusiness) {
        accounts.put(account(account, site, kind, mobile, openBusiness));
    }

    static Account account(
            String account, String site, AccountKind kind, @Nullable String mobile, String... openBusiness) {
        return new Account(
                new UserName(account),
                new Site(site),
                kind,
                mobile == null ? null : MobileNumber.parse(mobile),
                Set.of(openBusiness));
    }

    /** How many rows there are of all that an application leaves; accounts are the account service's. */
    public Map<String, Object> stored() {
        return jdbc.sql("""
                        select (select count(*) from application) as applications,
                               (select count(*) from appeal) as appeals,
                               (select count(*) from enterprise) as enterprises,
                               (select count(*) from evidence) as evidence,
                               (select count(*) from act_ru_execution) as executions,
                               (select count(*) from act_ru_variable) as variables,
                               (select count(*) from act_hi_procinst) as history
                        """).query().singleRow();
    }

    /** How many messages without a code went to a number. */
    public long notices(String mobile) {
        return sandbox.inbox().messages(mobile).stream()
                .filter(message -> message.code().isEmpty())
                .count();
    }

    /** As a request of the client does it: one transaction, and Spring Security knows who calls. */
    public <T> T asClient(Function<ApplicationProcess, T> request) {
        return as(CLIENT, request);
    }

    /** @param client by name */
    <T> T as(String client, Function<ApplicationProcess, T> request) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(client, "", List.of())));
        try {
            return transaction.execute(status -> request.apply(process));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    public ProcessEngine engine() {
        return engine;
    }

    public Applications applications() {
        return applications;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public SandboxServer sandbox() {
        return sandbox;
    }
}
