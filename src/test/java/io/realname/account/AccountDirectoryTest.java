package io.realname.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.app.RealnameTest;
import io.realname.database.AtALock;
import io.realname.mobile.MobileNumber;
import io.realname.people.TestPeople;
import io.realname.validation.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of accounts, and above all when a number has changed. */
@RealnameTest
@RecordApplicationEvents
class AccountDirectoryTest {

    private static final String FIRST = TestPeople.mobile(7700);
    private static final String SECOND = TestPeople.mobile(7701);

    @Autowired
    private AccountDirectory accounts;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private TransactionTemplate transaction;

    @BeforeEach
    void begin() {
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void firstNumberHasNotChanged() {
        put("first_at_once", FIRST);
        put("first_later", null);
        put("first_later", FIRST);

        assertThat(changedAt("first_at_once")).isEmpty();
        assertThat(changedAt("first_later")).isEmpty();
    }

    @Test
    void sameNumberAgainHasNotChanged() {
        put("same_again", FIRST);
        put("same_again", FIRST);
        assertThat(changedAt("same_again")).isEmpty();

        put("same_again", SECOND);
        changedBefore("same_again", Duration.ofHours(30));
        Optional<Instant> changed = changedAt("same_again");
        put("same_again", SECOND);

        assertThat(changedAt("same_again")).isPresent().isEqualTo(changed);
    }

    @Test
    void replacedNumberHasChanged() {
        put("replaced", FIRST);
        put("replaced", SECOND);

        assertChangedNow("replaced");
    }

    @Test
    void everyReplacementCounts() {
        put("replaced_twice", FIRST);
        put("replaced_twice", SECOND);
        changedBefore("replaced_twice", Duration.ofHours(30));

        put("replaced_twice", FIRST);

        assertChangedNow("replaced_twice");
    }

    @Test
    void removedNumberHasChanged() {
        put("removed", FIRST);
        put("removed", null);

        assertChangedNow("removed");
    }

    /** Or whoever gets hold of an account could take the number away and give it another "first" one. */
    @Test
    void numberGivenAfterARemovalHasChangedWhenItWasGiven() {
        put("given_again", FIRST);
        put("given_again", null);
        changedBefore("given_again", Duration.ofHours(30));

        put("given_again", FIRST);

        assertChangedNow("given_again");
    }

    @Test
    void accountThatStaysWithoutANumberHasNotChanged() {
        put("never_had_one", null);
        put("never_had_one", null);

        assertThat(changedAt("never_had_one")).isEmpty();
    }

    @Test
    void numberProvesAfterTheTimeGiven() {
        put("proves", FIRST);
        assertThat(lookUp("proves"))
                .hasValueSatisfying(known ->
                        assertThat(known.provesFrom(Duration.ofHours(24))).isNull());

        put("proves", SECOND);

        Instant changed = changedAt("proves").orElseThrow();
        assertThat(lookUp("proves")).hasValueSatisfying(known -> {
            assertThat(known.mobileChangedAt()).isEqualTo(changed);
            assertThat(known.provesFrom(Duration.ofHours(24))).isEqualTo(changed.plus(Duration.ofHours(24)));
        });
    }

    @Test
    void looksUpWhatWasPut() {
        Account account = new Account(
                new UserName("looked_up"),
                new Site("JD_CLOUD"),
                AccountKind.ENTERPRISE,
                MobileNumber.parse(FIRST),
                Set.of("LOAN"));
        accounts.put(account);

        assertThat(lookUp("looked_up"))
                .hasValueSatisfying(known -> assertThat(known.account()).isEqualTo(account));
        assertThat(accounts.find(new UserName("looked_up"))).contains(account);
        assertThat(lookUp("nobody_put_it")).isEmpty();
    }

    @Test
    void lookUpIsForTransactionsOnly() {
        put("no_transaction", FIRST);

        assertThatThrownBy(() -> accounts.lookUp(new UserName("no_transaction")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    /** Who looked the account up goes on with what was seen; the account service waits that long. */
    @Test
    void accountStaysAsItIsUntilWhoLookedItUpHasEnded() throws Exception {
        put("held", FIRST);

        var both = AtALock.meet(
                jdbc,
                transactions,
                waitForTheOther -> {
                    accounts.lookUp(new UserName("held"));
                    waitForTheOther.run();
                    return accounts.find(new UserName("held"));
                },
                () -> {
                    put("held", SECOND);
                    return SECOND;
                });

        assertThat(both.first().map(Account::mobile)).contains(MobileNumber.parse(FIRST));
        assertThat(lookUp("held").map(known -> known.account().mobile())).contains(MobileNumber.parse(SECOND));
    }

    /** Two associations with one account do not wait for each other there. */
    @Test
    void manyMayLookAnAccountUpAtOnce() {
        put("shared", FIRST);

        Optional<AccountDirectory.Known> other = transaction.execute(status -> {
            accounts.lookUp(new UserName("shared"));
            return CompletableFuture.supplyAsync(() -> lookUp("shared")).join();
        });

        assertThat(other).isPresent();
    }

    @Test
    void mobileBoundIsPublishedOnlyWithANumber() {
        put("announced", null);
        assertThat(announced()).isEmpty();

        put("announced", FIRST);
        assertThat(announced()).containsExactly(new MobileBound(new UserName("announced")));

        put("announced", FIRST);
        put("announced", null);
        assertThat(announced()).hasSize(2);
    }

    @Test
    void accountThatWouldMoveToAnotherSiteIsRefusedAndNotAnnounced() {
        put("stays", null);

        assertThatThrownBy(() -> accounts.put(new Account(
                        new UserName("stays"),
                        new Site("JD_CLOUD"),
                        AccountKind.PERSONAL,
                        MobileNumber.parse(FIRST),
                        Set.of())))
                .isInstanceOf(InvalidValueException.class);

        assertThat(announced()).isEmpty();
        assertThat(lookUp("stays").map(known -> known.account().site())).contains(new Site("JD_MALL"));
    }

    private void put(String userName, @Nullable String mobile) {
        accounts.put(new Account(
                new UserName(userName),
                new Site("JD_MALL"),
                AccountKind.PERSONAL,
                mobile == null ? null : MobileNumber.parse(mobile),
                Set.of()));
    }

    private Optional<AccountDirectory.Known> lookUp(String userName) {
        return transaction.execute(status -> accounts.lookUp(new UserName(userName)));
    }

    private List<MobileBound> announced() {
        return events.stream(MobileBound.class).toList();
    }

    private void assertChangedNow(String userName) {
        assertThat(changedAt(userName))
                .hasValueSatisfying(changed -> assertThat(changed)
                        .isBetween(
                                Instant.now().minus(Duration.ofMinutes(5)),
                                Instant.now().plusSeconds(1)));
    }

    private Optional<Instant> changedAt(String userName) {
        return jdbc.sql("select mobile_changed_at from account where user_name = ?")
                .param(userName)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private void changedBefore(String userName, Duration ago) {
        assertThat(jdbc.sql(
                                "update account set mobile_changed_at = now() - ? * interval '1 second' where user_name = ?")
                        .params(ago.toSeconds(), userName)
                        .update())
                .isEqualTo(1);
    }
}
