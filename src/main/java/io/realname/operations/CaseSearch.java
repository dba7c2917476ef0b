package io.realname.operations;

import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.refusal.RefusalException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds applications, open and ended, by exactly one of the names that support knows. Each application that is shown gets
 * an entry in the audit trail.
 */
@Service
public class CaseSearch {

    /** The most applications that are shown for one search; an account rarely has more. */
    public static final int MOST = 10;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final SearchLimit limit;
    private final AuditTrail trail;

    CaseSearch(JdbcClient jdbc, Cases cases, SearchLimit limit, AuditTrail trail) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.limit = limit;
        this.trail = trail;
    }

    /**
     * The applications with this name, the newest first.
     *
     * @param operator the login
     * @throws RefusalException {@code TOO_MANY_REQUESTS} if the operator has searched too often in this minute
     */
    @Transactional
    public Found search(SearchTerm term, String operator) {
        limit.count(operator);
        Map<UUID, FoundBy> found = new LinkedHashMap<>();
        term.id().ifPresent(id -> add(found, FoundBy.APPLICATION_ID, id));
        term.caseNumber().ifPresent(number -> add(found, FoundBy.CASE_NUMBER, number.lastDigitsOfId()));
        term.account().ifPresent(account -> add(found, FoundBy.ACCOUNT, account.value()));
        term.providersNumber().ifPresent(number -> {
            add(found, FoundBy.SMS_SERIAL_NUMBER, number);
            add(found, FoundBy.ORDER_NUMBER, number);
        });
        List<Case> shown = found.entrySet().stream()
                .map(one -> cases.get(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Case::createdAt).reversed())
                .limit(MOST)
                .toList();
        // In this order, because other transactions may write to the same streams.
        shown.stream()
                .sorted(Comparator.comparing(Case::id))
                .forEach(one -> trail.append(
                        one.id(),
                        AuditEvent.CASE_FOUND,
                        "user:" + operator,
                        Map.of("by", one.foundBy().name())));
        return new Found(shown, found.size() > shown.size());
    }

    private void add(Map<UUID, FoundBy> found, FoundBy by, Object name) {
        jdbc.sql(by.statement())
                .params(name, MOST + 1)
                .query(UUID.class)
                .list()
                .forEach(id -> found.putIfAbsent(id, by));
    }

    /** @param more whether there are older applications, which are not shown */
    public record Found(List<Case> cases, boolean more) {}
}
