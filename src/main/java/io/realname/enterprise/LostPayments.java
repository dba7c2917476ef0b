package io.realname.enterprise;

import io.realname.payment.CorporateAccount;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The payments that an operator has to look up with the provider, because their answer got lost. Payments of applications
 * that have ended are not among them: nothing depends on them any more, and what was stated is deleted.
 */
@Service
public class LostPayments {

    /** The most payments that are shown at a time. */
    public static final int MOST = 100;

    private final JdbcClient jdbc;
    private final StatedEnterprises stated;
    private final AuditTrail trail;

    LostPayments(JdbcClient jdbc, StatedEnterprises stated, AuditTrail trail) {
        this.jdbc = jdbc;
        this.stated = stated;
        this.trail = trail;
    }

    /**
     * Those that were sent first, at most {@value #MOST}. Each one that is shown gets an entry in the audit trail.
     *
     * @param viewer who looks, as the trail's actor
     */
    @Transactional
    public List<LostPayment> shownTo(String viewer) {
        List<LostPayment> lost =
                jdbc.sql("""
                        select p.application, p.try, p.sent_at, p.finding, p.found_by, p.found_at
                        from corporate_payment p join enterprise e on e.application = p.application
                        where p.state = 'LOST' and e.details is not null
                          and not exists (select from corporate_payment later
                                          where later.application = p.application and later.try > p.try)
                        order by p.sent_at limit ?
                        """).param(MOST).query((row, n) -> payment(row)).list();
        // In this order, because other transactions may write to the same streams.
        lost.stream()
                .sorted(Comparator.comparing(LostPayment::application))
                .forEach(payment -> trail.append(
                        payment.application(),
                        AuditEvent.LOST_PAYMENT_VIEWED,
                        viewer,
                        Map.of("try", Integer.toString(payment.number()))));
        return lost;
    }

    private LostPayment payment(ResultSet row) throws SQLException {
        UUID application = row.getObject("application", UUID.class);
        EnterpriseDetails details = stated.details(application);
        CorporateAccount account = details.account();
        return new LostPayment(
                application,
                row.getInt("try"),
                time(row, "sent_at"),
                account.masked(),
                account.bank(),
                account.branch(),
                details.name().masked(),
                row.getString("finding") == null
                        ? null
                        : new LostPayment.FoundMissing(row.getString("found_by"), time(row, "found_at")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
