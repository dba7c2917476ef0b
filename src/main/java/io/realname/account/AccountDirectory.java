package io.realname.account;

import io.realname.mobile.MobileNumber;
import io.realname.protection.BlindIndex;
import io.realname.protection.Sealer;
import io.realname.validation.InvalidValueException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the group, as the platform's account service reported them. */
@Repository
public class AccountDirectory {

    /** The domain of the blind index of mobile numbers. */
    static final String MOBILE = "mobile";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final BlindIndex blindIndex;
    private final GroupProperties group;
    private final ApplicationEventPublisher events;

    AccountDirectory(
            JdbcClient jdbc,
            Sealer sealer,
            BlindIndex blindIndex,
            GroupProperties group,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.blindIndex = blindIndex;
        this.group = group;
        this.events = events;
    }

    /**
     * Stores an account, or replaces the stored one. If a value is absent, the stored value is deleted. The time at
     * which the mobile number last changed is kept, because a number that changed minutes ago proves nothing. An
     * account never moves to another site: its binding belongs to its site.
     *
     * <p>If the account has a mobile number, {@link MobileBound} is published: an association may wait for it. If the
     * account is an enterprise's, {@link EnterpriseOwned} is published: a listener may throw to refuse that.
     *
     * @return whether the account was new
     * @throws InvalidValueException {@code UNKNOWN_SITE} or {@code SITE_CANNOT_CHANGE}
     */
    @Transactional
    public boolean put(Account account) {
        return put(account, null);
    }

    /**
     * As {@link #put(Account)}.
     *
     * @param staffLogin the login in the web apps of the member of staff who holds the account; absent if no member of
     *     staff holds it
     */
    @Transactional
    public boolean put(Account account, @Nullable String staffLogin) {
        if (!group.has(account.site())) {
            throw new InvalidValueException("UNKNOWN_SITE");
        }
        MobileNumber mobile = account.mobile();
        boolean created = jdbc.sql("""
                        insert into account as a (user_name, site, kind, mobile, mobile_key, mobile_changed_at,
                                                  open_business, staff_login, created_at, updated_at)
                        values (:userName, :site, :kind, :mobile, :mobileKey, null, :openBusiness, :staffLogin, now(), now())
                        on conflict (user_name) do update set
                            kind = excluded.kind,
                            mobile = excluded.mobile,
                            mobile_key = excluded.mobile_key,
                            mobile_changed_at = case
                                when a.mobile_key is not distinct from excluded.mobile_key then a.mobile_changed_at
                                when a.mobile_key is null and a.mobile_changed_at is null then null
                                else now() end,
                            open_business = excluded.open_business,
                            staff_login = excluded.staff_login,
                            updated_at = excluded.updated_at
                        where a.site = excluded.site
                        returning (xmax = 0)
                        """)
                .param("userName", account.userName().value())
                .param("site", account.site().code())
                .param("kind", account.kind().name())
                .param("mobile", mobile == null ? null : sealer.seal(mobile.e164(), place(account.userName())))
                .param("mobileKey", mobile == null ? null : blindIndex.of(MOBILE, mobile.e164()))
                .param("openBusiness", account.openBusiness().toArray(String[]::new))
                .param("staffLogin", staffLogin, java.sql.Types.VARCHAR)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new InvalidValueException("SITE_CANNOT_CHANGE"));
        if (account.kind() == AccountKind.ENTERPRISE) {
            events.publishEvent(new EnterpriseOwned(account.userName()));
        }
        if (mobile != null) {
            events.publishEvent(new MobileBound(account.userName()));
        }
        return created;
    }

    public Optional<Account> find(UserName userName) {
        return jdbc.sql("select user_name, site, kind, mobile, open_business from account where user_name = ?")
                .param(userName.value())
                .query((row, n) -> account(row))
                .optional();
    }

    /**
     * As {@link #find}, with the time at which the number changed. No other transaction can change the account until
     * this one ends.
     *
     * @return empty for an unknown account; the same query runs for every name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Known> lookUp(UserName userName) {
        return jdbc.sql("""
                        select user_name, site, kind, mobile, mobile_changed_at, open_business
                        from account where user_name = ? for share
                        """)
                .param(userName.value())
                .query((row, n) -> {
                    OffsetDateTime changedAt = row.getObject("mobile_changed_at", OffsetDateTime.class);
                    return new Known(account(row), changedAt == null ? null : changedAt.toInstant());
                })
                .optional();
    }

    /**
     * Locks the account's row. Until this transaction ends, no other one can change the account or {@link #lookUp} it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UserName userName) {
        jdbc.sql("select 1 from account where user_name = ? for no key update")
                .param(userName.value())
                .query()
                .singleRow();
    }

    /**
     * An account, and the time at which its mobile number was last replaced or removed.
     *
     * @param mobileChangedAt absent if the account still has its first number, or never had one
     */
    public record Known(Account account, @Nullable Instant mobileChangedAt) {

        /**
         * From this time the number proves who owns the account; it may be past. Absent if the number never changed.
         */
        public @Nullable Instant provesFrom(Duration afterChange) {
            return mobileChangedAt == null ? null : mobileChangedAt.plus(afterChange);
        }

        /** Whether the number has changed so recently that it does not prove yet who owns the account. */
        public boolean isTooNew(Duration afterChange) {
            Instant provesFrom = provesFrom(afterChange);
            return provesFrom != null && provesFrom.isAfter(Instant.now());
        }
    }

    private Account account(ResultSet row) throws SQLException {
        UserName userName = new UserName(row.getString("user_name"));
        return new Account(
                userName,
                new Site(row.getString("site")),
                AccountKind.valueOf(row.getString("kind")),
                mobile(row.getBytes("mobile"), userName),
                Set.of(strings(row.getArray("open_business"))));
    }

    private @Nullable MobileNumber mobile(byte @Nullable [] sealed, UserName userName) {
        return sealed == null ? null : MobileNumber.stored(sealer.open(sealed, place(userName)));
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    /** The place for which an account's number is sealed. */
    static String place(UserName userName) {
        return "account/mobile/" + userName;
    }
}
