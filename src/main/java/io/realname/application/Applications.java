package io.realname.application;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.bankcard.BankCardQuestion;
import io.realname.bankcard.CheckSubject;
import io.realname.bankcard.Pan;
import io.realname.database.TransactionBound;
import io.realname.identity.BindingSubject;
import io.realname.identity.IdentityKey;
import io.realname.identity.PassportNumbers;
import io.realname.identity.Person;
import io.realname.identity.SealedPersons;
import io.realname.mobile.CodeSubject;
import io.realname.mobile.MobileCodePurpose;
import io.realname.mobile.MobileNumber;
import io.realname.protection.ApplicationFacts;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.BlindIndex;
import io.realname.protection.ForgottenException;
import io.realname.protection.Sealer;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.tracing.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the applications. The personal data in them is sealed (encrypted). */
@Repository
public class Applications {

    private static final String COLUMNS = """
            id, kind, client, account, site, status, action, action_reason, action_expires_at, outcome, outcome_reason,
            outcome_options, outcome_account,
            outcome_available_from, created_at, updated_at
            """;

    private final JdbcClient jdbc;
    private final AccountDirectory accounts;
    private final PassportNumbers passports;
    private final SealedPersons persons;
    private final Sealer sealer;
    private final BlindIndex blindIndex;
    private final AgreementProperties agreement;
    private final List<OutcomeDetails> details;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Traces traces;
    private final TransactionBound<Map<UUID, Stated>> opened = TransactionBound.remembered(HashMap::new);

    /** Whose PAN is deleted just before the commit, unless the application ends in the same transaction. */
    private final TransactionBound<Set<UUID>> withoutPan = new TransactionBound<>(HashSet::new, this::deletePans);

    /** As this transaction has written them. It holds their row locks, so nobody else changes them meanwhile. */
    private final TransactionBound<Map<UUID, Application>> written = TransactionBound.remembered(HashMap::new);

    /** How many applications of an account this transaction has counted when it registered one. */
    private final TransactionBound<Map<String, Integer>> today = TransactionBound.remembered(HashMap::new);

    Applications(
            JdbcClient jdbc,
            AccountDirectory accounts,
            PassportNumbers passports,
            SealedPersons persons,
            Sealer sealer,
            BlindIndex blindIndex,
            AgreementProperties agreement,
            List<OutcomeDetails> details,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Traces traces) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passports = passports;
        this.persons = persons;
        this.sealer = sealer;
        this.blindIndex = blindIndex;
        this.agreement = agreement;
        this.details = details;
        this.trail = trail;
        this.events = events;
        this.traces = traces;
    }

    /**
     * Stores a new application, and appends an entry to the audit trail.
     *
     * @throws RefusalException {@code APPLICATION_IN_PROGRESS} if the account has an open application
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(Registration application) {
        UUID id = application.id;
        Person person = application.person;
        IdentityKey identity = person == null ? null : IdentityKey.of(person.document(), blindIndex);
        Optional<Registered> registered = jdbc.sql("""
                        insert into application (id, kind, client, account, site, status, identity_key, person, mobile, pan,
                                                 verified_account, follows, statement, agreement_version,
                                                 agreement_accepted_at, created_at, updated_at, trailed, traceparent)
                        values (:id, :kind, :client, :account, :site, 'IN_PROGRESS', :identityKey, :person, :mobile, :pan,
                                :verifiedAccount, :follows, :statement, :agreementVersion,
                                case when :agreed then now() end, now(), now(), true, :traceparent)
                        on conflict do nothing
                        returning %s, (select count(*) from application
                                       where account = :account and created_at > now() - interval '1 day') as others_today""".formatted(COLUMNS))
                .param("id", id)
                .param("kind", application.kind.name())
                .param("client", application.client)
                .param("account", application.account.userName().value())
                .param("site", application.account.site().code())
                .param("identityKey", identity == null ? null : identity.bytes(), Types.BINARY)
                .param("person", person == null ? null : persons.seal(person, place("person", id)), Types.BINARY)
                .param("mobile", sealed(application.mobile, MobileNumber::e164, "mobile", id), Types.BINARY)
                .param("pan", sealed(application.pan, Pan::digits, "pan", id), Types.BINARY)
                .param(
                        "verifiedAccount",
                        application.verifiedAccount == null ? null : application.verifiedAccount.value())
                .param("follows", application.follows)
                .param("statement", sealed(application.statement, words -> words, "statement", id), Types.BINARY)
                .param("agreementVersion", application.agreed ? agreement.version() : null)
                .param("agreed", application.agreed)
                .param("traceparent", traces.toHandOver())
                .query((row, n) -> new Registered(application(row), row.getInt("others_today") + 1))
                .optional();
        if (registered.isEmpty()) {
            throw new RefusalException(Refusal.of(RefusalCode.APPLICATION_IN_PROGRESS));
        }
        Objects.requireNonNull(written.get()).put(id, registered.get().application());
        Objects.requireNonNull(today.get())
                .put(application.account.userName().value(), registered.get().today());
        if (person != null && identity != null) {
            passports.note(identity, person.document());
        }
        remember(application, identity);
        tellRegistered(application);
    }

    private void remember(Registration application, @Nullable IdentityKey identity) {
        UserName named = application.verifiedAccount;
        MobileNumber mobile = application.mobile;
        Pan pan = application.pan;
        Objects.requireNonNull(opened.get())
                .put(
                        application.id,
                        new Stated(
                                application.id,
                                application.kind,
                                application.account.userName().value(),
                                application.account.site().code(),
                                named == null ? null : named.value(),
                                identity,
                                application.person,
                                mobile == null ? null : mobile.e164(),
                                pan == null ? null : pan.digits()));
    }

    private void tellRegistered(Registration application) {
        String actor = ApplicationFacts.actor(application.client);
        UUID follows = application.follows;
        trail.append(
                application.id,
                AuditEvent.APPLICATION_REGISTERED,
                actor,
                ApplicationFacts.registered(
                        application.kind.name(), application.account.site().code(), follows));
        events.publishEvent(new ApplicationEvent.Started(application.id, application.kind));
        if (follows != null) {
            trail.append(follows, AuditEvent.FOLLOWED, actor, ApplicationFacts.followed(application.id));
        }
    }

    private <T> byte @Nullable [] sealed(@Nullable T value, Function<T, String> text, String column, UUID id) {
        return value == null ? null : sealer.seal(text.apply(value), place(column, id));
    }

    /**
     * Finds the account to verify, and locks its row until the transaction ends.
     *
     * @throws RefusalException {@code INVALID_APPLICATION} if the account is unknown or an enterprise's,
     *     {@code ACCOUNT_ALREADY_VERIFIED}
     */
    public Account applicant(UserName userName) {
        Account account = accounts.lookUp(userName)
                .map(AccountDirectory.Known::account)
                .orElseThrow(() -> invalidAccount("UNKNOWN_ACCOUNT"));
        if (account.kind() != AccountKind.PERSONAL) {
            throw invalidAccount("ENTERPRISE_ACCOUNT");
        }
        String known = account.userName().value();
        if (isVerified(known)) {
            throw new RefusalException(Refusal.of(RefusalCode.ACCOUNT_ALREADY_VERIFIED));
        }
        return account;
    }

    /** Whether the account is verified, as a person's or as an enterprise's. */
    private boolean isVerified(String account) {
        return jdbc.sql("select exists (select from verified_account where account = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    private static RefusalException invalidAccount(String code) {
        return new RefusalException(Refusal.invalid(List.of(new FieldError("/account", code))));
    }

    /** Replaces the bank card, after the previous one could not be used. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaceBankCard(UUID id, Pan pan, MobileNumber mobile) {
        readAgain(id);
        panIsWritten(id);
        write(jdbc.sql("""
                        update application
                        set mobile = :mobile, pan = :pan, status = 'IN_PROGRESS', action = null, action_reason = null,
                            action_expires_at = null, updated_at = now(),
                            traceparent = coalesce(:traceparent, traceparent)
                        where id = :id
                        returning %s""".formatted(COLUMNS))
                .param("traceparent", traces.toHandOver())
                .param("mobile", sealer.seal(mobile.e164(), place("mobile", id)))
                .param("pan", sealer.seal(pan.digits(), place("pan", id)))
                .param("id", id));
    }

    /** Deletes the PAN. It is kept only until the bank has answered. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetPan(UUID id) {
        Objects.requireNonNull(withoutPan.get()).add(id);
        Objects.requireNonNull(opened.get()).computeIfPresent(id, (same, stated) -> stated.withoutPan());
    }

    private void deletePans(Set<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update application set pan = null where id in (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }

    /** The transaction stores another PAN, or none. */
    private void panIsWritten(UUID id) {
        Objects.requireNonNull(withoutPan.get()).remove(id);
    }

    /** Sets the status {@code ACTION_REQUIRED}: the applicant has to act. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void require(UUID id, ActionType action, @Nullable ActionReason reason, @Nullable Duration within) {
        write(jdbc.sql("""
                        update application
                        set status = 'ACTION_REQUIRED', action = :action, action_reason = :reason,
                            action_expires_at = now() + :within * interval '1 second', updated_at = now()
                        where id = :id
                        returning %s""".formatted(COLUMNS))
                .param("action", action.name())
                .param("reason", reason == null ? null : reason.name())
                .param("within", within == null ? null : within.toSeconds(), Types.BIGINT)
                .param("id", id));
        events.publishEvent(new Settled(id));
    }

    /**
     * Sets the status {@code IN_PROGRESS}, because the applicant has acted. Changes nothing if the application has
     * ended.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void proceed(UUID id) {
        write(jdbc.sql("""
                        update application
                        set status = 'IN_PROGRESS', action = null, action_reason = null, action_expires_at = null,
                            updated_at = now(), traceparent = coalesce(:traceparent, traceparent)
                        where id = :id and ended_at is null
                        returning %s""".formatted(COLUMNS))
                .param("traceparent", traces.toHandOver())
                .param("id", id));
    }

    /** The trace of the request that last let the application go on; empty if it was not recorded. */
    public Optional<String> trace(UUID id) {
        return jdbc.sql("select traceparent from application where id = ? and traceparent is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** The applicant typed the right code. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmMobile(UUID id) {
        proceed(id);
        trail.append(id, AuditEvent.MOBILE_CONFIRMED, null, Map.of());
    }

    /**
     * Ends the application and deletes the stated data. Keeps the person if another application may follow this one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID id, OutcomeCode code, @Nullable OutcomeReason reason) {
        Stated stated = stated(id);
        Outcome outcome = outcome(code, reason, stated);
        Instant availableFrom = outcome.availableFrom();
        Optional<Application> ended = write(jdbc.sql("""
                        update application
                        set status = :status, outcome = :outcome, outcome_reason = :reason, outcome_options = :options,
                            outcome_account = :account, outcome_available_from = :availableFrom,
                            action = null, action_reason = null, action_expires_at = null, mobile = null, pan = null, statement = null,
                            person = case when :mayBeFollowed then person end,
                            updated_at = now(), ended_at = now()
                        where id = :id and ended_at is null
                        returning %s""".formatted(COLUMNS))
                .param("status", code.status().name())
                .param("outcome", code.name())
                .param("reason", reason == null ? null : reason.name())
                .param("account", outcome.account())
                .param("mayBeFollowed", code.mayBeFollowed())
                .param(
                        "availableFrom",
                        availableFrom == null ? null : availableFrom.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("options", outcome.options().stream().map(Enum::name).toArray(String[]::new))
                .param("id", id));
        readAgain(id);
        if (ended.isPresent()) {
            panIsWritten(id);
            trail.append(
                    id,
                    AuditEvent.APPLICATION_ENDED,
                    null,
                    ApplicationFacts.ended(code.name(), reason == null ? null : reason.name()));
            Duration after =
                    Duration.between(ended.get().createdAt(), ended.get().updatedAt());
            events.publishEvent(new ApplicationEvent.Ended(id, stated.kind(), code, after));
            events.publishEvent(new Settled(id));
        }
    }

    private Outcome outcome(OutcomeCode code, @Nullable OutcomeReason reason, Stated stated) {
        return details.stream()
                .filter(detail -> detail.codes().contains(code))
                .findFirst()
                .map(detail -> detail.of(code, reason, stated))
                .orElseGet(() -> Outcome.of(code, reason));
    }

    /** Empty if the application does not exist, or if another client started it. */
    public Optional<Application> find(UUID id, String client) {
        Application own = writtenHere(id);
        if (own != null) {
            return Optional.of(own).filter(application -> application.client().equals(client));
        }
        return jdbc.sql("select " + COLUMNS + " from application where id = ? and client = ?")
                .params(id, client)
                .query((row, n) -> application(row))
                .optional();
    }

    /** As {@link #find}, with the mobile number that the applicant confirms, if one is to be confirmed. */
    public Optional<WithMobile> findWithMobile(UUID id, String client) {
        return jdbc.sql("select " + COLUMNS
                        + ", case when action = 'SUBMIT_MOBILE_CODE' then mobile end as to_confirm"
                        + " from application where id = ? and client = ?")
                .params(id, client)
                .query((row, n) -> {
                    byte[] mobile = row.getBytes("to_confirm");
                    return new WithMobile(
                            application(row), mobile == null ? Optional.empty() : Optional.of(mobile(mobile, id)));
                })
                .optional();
    }

    /** Finds an application of any client. Not for requests of clients. */
    public Application get(UUID id) {
        Application own = writtenHere(id);
        if (own != null) {
            return own;
        }
        return jdbc.sql("select " + COLUMNS + " from application where id = ?")
                .param(id)
                .query((row, n) -> application(row))
                .single();
    }

    /**
     * As {@link #find}, but locks the row until the transaction ends. Call this before continuing the process instance.
     * The engine reads an instance with several queries. Without the lock it could read only a part of what another
     * transaction has changed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Application> findAlone(UUID id, String client) {
        // Not "for update": other transactions insert rows with a foreign key to this row meanwhile.
        return jdbc.sql("select " + COLUMNS + " from application where id = ? and client = ? for no key update")
                .params(id, client)
                .query((row, n) -> application(row))
                .optional();
    }

    /** Those of the given applications whose status is {@code IN_PROGRESS}. Not for requests of clients: they are of any client. */
    public List<Application> inProgress(Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + " from application where id = any(:ids) and status = 'IN_PROGRESS'")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> application(row))
                .list();
    }

    /** @param statement returns {@link #COLUMNS}; empty if it has changed nothing */
    private Optional<Application> write(JdbcClient.StatementSpec statement) {
        Optional<Application> row =
                statement.query((columns, n) -> application(columns)).optional();
        Map<UUID, Application> known = written.get();
        if (known != null) {
            row.ifPresent(application -> known.put(application.id(), application));
        }
        return row;
    }

    private @Nullable Application writtenHere(UUID id) {
        Map<UUID, Application> known = written.get();
        return known == null ? null : known.get(id);
    }

    /** The stated data of an application. A transaction reads and opens them once. */
    public Stated stated(UUID id) {
        Map<UUID, Stated> known = opened.get();
        if (known == null) {
            return read(id);
        }
        boolean panForgotten = Objects.requireNonNull(withoutPan.get()).contains(id);
        return known.computeIfAbsent(id, same -> panForgotten ? read(id).withoutPan() : read(id));
    }

    /** The transaction has changed the stated data: the next {@link #stated} reads them again. */
    public void readAgain(UUID id) {
        Map<UUID, Stated> known = opened.get();
        if (known != null) {
            known.remove(id);
        }
    }

    private Stated read(UUID id) {
        return jdbc.sql(
                        "select kind, account, site, verified_account, identity_key, person, mobile, pan from application where id = ?")
                .param(id)
                .query((row, n) -> new Stated(
                        id,
                        ApplicationKind.valueOf(row.getString("kind")),
                        row.getString("account"),
                        row.getString("site"),
                        row.getString("verified_account"),
                        identity(row.getBytes("identity_key")),
                        person(row.getBytes("person"), id),
                        open(row.getBytes("mobile"), "mobile", id),
                        open(row.getBytes("pan"), "pan", id)))
                .single();
    }

    /** The mobile number to confirm. Empty if it is not known yet, or if the application has ended. */
    public Optional<MobileNumber> mobile(UUID id) {
        return jdbc.sql("select mobile from application where id = ? and mobile is not null")
                .param(id)
                .query((row, n) -> mobile(row.getBytes("mobile"), id))
                .optional();
    }

    private MobileNumber mobile(byte[] sealed, UUID id) {
        return MobileNumber.stored(sealer.open(sealed, place("mobile", id)));
    }

    /** Locks the row of the application until the transaction ends, as {@link #findAlone} does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID id) {
        jdbc.sql("select 1 from application where id = ? for no key update")
                .param(id)
                .query()
                .singleRow();
    }

    /** Whether a personal verification of the account is open. */
    boolean isBeingVerified(UserName account) {
        return jdbc.sql("""
                        select exists (select from application
                                       where account = ? and kind in ('NEW_USER', 'ASSOCIATION') and ended_at is null)
                        """).param(account.value()).query(Boolean.class).single();
    }

    /**
     * Whether the account has an open application, other than an enterprise application. An enterprise application
     * checks the binding itself before it verifies the account. It also stays open for weeks; the holder of somebody
     * else's identity could use it to keep the identity for that time.
     */
    public boolean isUnderWay(String account) {
        return jdbc.sql("""
                        select exists (select from application
                                       where account = ? and kind <> 'ENTERPRISE' and ended_at is null)
                        """).param(account).query(Boolean.class).single();
    }

    /** The number of applications for the account within the last 24 hours. */
    public int countToday(String account) {
        Map<String, Integer> known = today.get();
        if (known != null && known.containsKey(account)) {
            return known.get(account);
        }
        return jdbc.sql("select count(*) from application where account = ? and created_at > now() - interval '1 day'")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private static @Nullable IdentityKey identity(byte @Nullable [] key) {
        return key == null ? null : IdentityKey.stored(key);
    }

    private @Nullable Person person(byte @Nullable [] sealed, UUID id) {
        return sealed == null ? null : persons.open(sealed, place("person", id));
    }

    private @Nullable String open(byte @Nullable [] sealed, String column, UUID id) {
        return sealed == null ? null : sealer.open(sealed, place(column, id));
    }

    public static String place(String column, UUID id) {
        return "application/" + column + "/" + id;
    }

    private static Application application(ResultSet row) throws SQLException {
        return new Application(
                row.getObject("id", UUID.class),
                ApplicationKind.valueOf(row.getString("kind")),
                row.getString("client"),
                row.getString("account"),
                row.getString("site"),
                ApplicationStatus.valueOf(row.getString("status")),
                action(row),
                outcome(row),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static @Nullable Action action(ResultSet row) throws SQLException {
        String type = row.getString("action");
        if (type == null) {
            return null;
        }
        String reason = row.getString("action_reason");
        return new Action(
                ActionType.valueOf(type),
                reason == null ? null : ActionReason.valueOf(reason),
                optionalInstant(row, "action_expires_at"));
    }

    private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
        String code = row.getString("outcome");
        if (code == null) {
            return null;
        }
        String reason = row.getString("outcome_reason");
        String[] options = (String[]) row.getArray("outcome_options").getArray();
        return new Outcome(
                OutcomeCode.valueOf(code),
                reason == null ? null : OutcomeReason.valueOf(reason),
                Stream.of(options).map(OutcomeOption::valueOf).toList(),
                row.getString("outcome_account"),
                optionalInstant(row, "outcome_available_from"));
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Published in the transaction in which an application leaves {@code IN_PROGRESS}: whoever waits can be answered. */
    public record Settled(UUID application) {}

    /** @param mobile the number that the applicant confirms now; empty if none, or if it is not known yet */
    public record WithMobile(Application application, Optional<MobileNumber> mobile) {}

    /** @param today the number of the account's applications within the last 24 hours, this one included */
    private record Registered(Application application, int today) {}

    /** The data that the applicant stated, decrypted for the step that needs it. */
    public record Stated(
            UUID id,
            ApplicationKind kind,
            String account,
            String site,
            @Nullable String namedAccount,
            @Nullable IdentityKey identityKey,
            @Nullable Person knownPerson,
            @Nullable String mobileNumber,
            @Nullable String panDigits) {

        /** The verified account that the applicant of an association named. */
        public UserName verifiedAccount() {
            return new UserName(present(namedAccount));
        }

        public IdentityKey identity() {
            return present(identityKey);
        }

        public Person person() {
            return present(knownPerson);
        }

        public MobileNumber mobile() {
            return MobileNumber.stored(present(mobileNumber));
        }

        public Pan pan() {
            return Pan.stored(present(panDigits));
        }

        Stated withoutPan() {
            return new Stated(id, kind, account, site, namedAccount, identityKey, knownPerson, mobileNumber, null);
        }

        public CheckSubject checkSubject() {
            return new CheckSubject(id, account, identity().bytes());
        }

        public CodeSubject codeSubject() {
            return new CodeSubject(id, purpose(), mobile(), account);
        }

        public BindingSubject bindingSubject() {
            return new BindingSubject(identity(), person(), new UserName(account), new Site(site), id);
        }

        public BankCardQuestion bankCardQuestion() {
            return new BankCardQuestion(
                    person().name().value(), person().document().number(), pan(), mobile());
        }

        private MobileCodePurpose purpose() {
            return switch (kind) {
                case NEW_USER -> MobileCodePurpose.NEW_USER;
                case ASSOCIATION -> MobileCodePurpose.ASSOCIATION;
                case OBJECTION -> MobileCodePurpose.OBJECTION;
                case APPEAL, ENTERPRISE -> throw new IllegalStateException(kind + " has no mobile code");
            };
        }

        private static <T> T present(@Nullable T value) {
            if (value == null) {
                throw new ForgottenException();
            }
            return value;
        }

        @Override
        public String toString() {
            return "Stated[" + id + "]";
        }
    }
}
