package io.realname.enterprise;

import io.realname.protection.ForgottenException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The data that enterprises state in their applications. Stored sealed, and deleted when the application ends. */
@Repository
public class StatedEnterprises {

    private final JdbcClient jdbc;
    private final SealedEnterprises sealed;

    StatedEnterprises(JdbcClient jdbc, SealedEnterprises sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /**
     * @param upgrades the binding of the personal verification that the application upgrades; absent if it is no
     *     upgrade
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID application, EnterpriseType type, EnterpriseDetails details, @Nullable UUID upgrades) {
        jdbc.sql("""
                        insert into enterprise (application, type, details, upgrades)
                        values (:application, :type, :details, :upgrades)
                        """)
                .param("application", application)
                .param("type", type.name())
                .param("details", sealed.seal(details, place(application)))
                .param("upgrades", upgrades)
                .update();
    }

    /** @throws ForgottenException if the application has ended */
    public EnterpriseDetails details(UUID application) {
        byte[] details = jdbc.sql("select details from enterprise where application = ? and details is not null")
                .param(application)
                .query(byte[].class)
                .optional()
                .orElseThrow(ForgottenException::new);
        return sealed.details(details, place(application));
    }

    public EnterpriseType type(UUID application) {
        return EnterpriseType.valueOf(jdbc.sql("select type from enterprise where application = ?")
                .param(application)
                .query(String.class)
                .single());
    }

    /** The binding of the personal verification that the application upgrades; absent if it is no upgrade. */
    public @Nullable UUID upgrades(UUID application) {
        return jdbc.sql("select upgrades from enterprise where application = ? and upgrades is not null")
                .param(application)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID application) {
        jdbc.sql("update enterprise set details = null where application = ?")
                .param(application)
                .update();
    }

    /** Stores how many more amounts the applicant may state. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteTriesLeft(UUID application, int tries) {
        jdbc.sql("update enterprise set amount_tries_left = ? where application = ?")
                .params(tries, application)
                .update();
    }

    /** The number as last stored; empty before the applicant was asked for an amount. */
    public OptionalInt triesLeft(UUID application) {
        return jdbc.sql(
                        "select amount_tries_left from enterprise where application = ? and amount_tries_left is not null")
                .param(application)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Freezes the account of the application from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(UUID application, Duration period) {
        jdbc.sql("update enterprise set frozen_until = now() + ? * interval '1 second' where application = ?")
                .params(period.toSeconds(), application)
                .update();
    }

    /** Until when the account is frozen for enterprise verification; empty if it is not frozen now. */
    public Optional<Instant> frozenUntil(String account) {
        return jdbc.sql("""
                        select e.frozen_until from enterprise e join application a on a.id = e.application
                        where a.account = ? and e.frozen_until > now() order by e.frozen_until desc limit 1
                        """)
                .param(account)
                .query((row, n) ->
                        row.getObject("frozen_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    private static String place(UUID application) {
        return "enterprise/details/" + application;
    }
}
