package io.realname.enterprise;

import io.realname.account.Account;
import io.realname.licence.Licence;
import io.realname.protection.BlindIndex;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts that are verified as an enterprise's. An enterprise may have several accounts, also at one site: only a
 * person is limited to one account per site.
 */
@Repository
public class VerifiedEnterprises {

    private final JdbcClient jdbc;
    private final SealedEnterprises sealed;
    private final BlindIndex blindIndex;
    private final EnterpriseTrail trail;

    VerifiedEnterprises(JdbcClient jdbc, SealedEnterprises sealed, BlindIndex blindIndex, EnterpriseTrail trail) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.blindIndex = blindIndex;
        this.trail = trail;
    }

    public boolean isVerified(String account) {
        return jdbc.sql("select exists (select from verified_enterprise where account = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    public Optional<VerifiedEnterprise> of(String account) {
        return jdbc.sql(
                        "select account, site, enterprise, application, verified_at from verified_enterprise where account = ?")
                .param(account)
                .query((row, n) -> {
                    SealedEnterprises.Remaining remaining =
                            sealed.remaining(row.getBytes("enterprise"), place(row.getString("account")));
                    return new VerifiedEnterprise(
                            row.getString("account"),
                            row.getString("site"),
                            remaining.licence(),
                            remaining.enterpriseName(),
                            row.getObject("application", UUID.class),
                            row.getObject("verified_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /**
     * Stores the account as verified, and appends an entry to the audit trail. The caller has checked that the account
     * is not verified yet.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Account account, EnterpriseDetails details, UUID application) {
        String userName = account.userName().value();
        String site = account.site().code();
        String licenceType = details.licence().type().name();
        byte[] licenceKey = key(details.licence());
        jdbc.sql("""
                        insert into verified_enterprise (account, site, licence_key, licence_type, enterprise, application, verified_at)
                        values (:account, :site, :licenceKey, :licenceType, :enterprise, :application, now())
                        """)
                .param("account", userName)
                .param("site", site)
                .param("licenceKey", licenceKey)
                .param("licenceType", licenceType)
                .param("enterprise", sealed.seal(details.licence(), details.name(), place(userName)))
                .param("application", application)
                .update();
        trail.verified(licenceKey, licenceType, site, userName, application);
    }

    /** A keyed hash (blind index): finds equal licences without decrypting them. */
    private byte[] key(Licence licence) {
        return blindIndex.of("licence", licence.number());
    }

    private static String place(String account) {
        return "verified_enterprise/enterprise/" + account;
    }
}
