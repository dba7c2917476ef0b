package io.realname.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.identity.IdentityKey;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.PassportNumbers;
import io.realname.identity.VerificationMethod;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was stored before the numbers of passports were noted, as the migration finds it. */
@RealnameTest
class UnreadPassportsTest {

    private static final People PEOPLE = People.of(9450, 9459);

    @Autowired
    private Walk walk;

    @Autowired
    private Applications applications;

    @Autowired
    private IdentityRegistry registry;

    @Autowired
    private AccountDirectory accounts;

    @Autowired
    private PassportNumbers numbers;

    @Autowired
    private UnreadPassports unread;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void passportsOfBindingsAndOpenApplicationsAreReadOnce() {
        Applicant bound = PEOPLE.next();
        Applicant open = PEOPLE.next();
        Applicant withoutPassport = walk.known(PEOPLE.next());
        IdentityKey french = bind(bound, apply(bound, "FRA"));
        IdentityKey german = applications.stated(apply(open, "DEU")).identity();
        String other = walk.started(Entrance.TYPED.of(walk.mall()), withoutPassport);
        forget(french, german);
        migrate(bound, open, withoutPassport);
        assertThat(numbers.isUnderTwoCountries(german)).isFalse();

        unread.run(new DefaultApplicationArguments());

        assertThat(numbers.isUnderTwoCountries(german)).isTrue();
        assertThat(numbers.isUnderTwoCountries(french)).isTrue();
        assertThat(isNoted(applications.stated(UUID.fromString(other)).identity()))
                .isFalse();
        assertThat(left()).isEmpty();
    }

    /** Its key is lost, or somebody has been at it: the others are read, and it is tried again. */
    @Test
    void oneThatCannotBeOpenedKeepsNoOtherFromBeingRead() {
        Applicant spoilt = PEOPLE.next();
        Applicant open = PEOPLE.next();
        UUID broken = apply(spoilt, "ITA");
        IdentityKey spanish = applications.stated(apply(open, "ESP")).identity();
        IdentityKey italian = applications.stated(broken).identity();
        forget(spanish, italian);
        migrate(spoilt, open);
        byte[] sealed = person(broken);
        store(broken, new byte[] {0});

        unread.run(new DefaultApplicationArguments());

        assertThat(isNoted(spanish)).isTrue();
        assertThat(left()).containsExactly(spoilt.account());
        store(broken, sealed);
        unread.run(new DefaultApplicationArguments());
        assertThat(isNoted(italian)).isTrue();
        assertThat(left()).isEmpty();
    }

    /** As V13 does it. */
    private void migrate(Applicant... applicants) {
        jdbc.sql("""
                        insert into passport_number_unread (account)
                        select account from (
                            select account from binding where released_at is null and method in ('DOCUMENT_REVIEW', 'APPEAL')
                            union
                            select account from application where ended_at is null and person is not null) found
                        where account in (:accounts)
                        """)
                .param("accounts", Stream.of(applicants).map(Applicant::account).toList())
                .update();
    }

    private void forget(IdentityKey... identities) {
        for (IdentityKey identity : identities) {
            assertThat(jdbc.sql("delete from passport_number where identity_key = ?")
                            .param(identity.bytes())
                            .update())
                    .isOne();
        }
    }

    private boolean isNoted(IdentityKey identity) {
        return jdbc.sql("select exists (select from passport_number where identity_key = ?)")
                .param(identity.bytes())
                .query(Boolean.class)
                .single();
    }

    private List<String> left() {
        return jdbc.sql("select account from passport_number_unread")
                .query(String.class)
                .list();
    }

    private byte[] person(UUID id) {
        return jdbc.sql("select person from application where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    private void store(UUID id, byte[] person) {
        jdbc.sql("update application set person = ? where id = ?")
                .params(person, id)
                .update();
    }

    private UUID apply(Applicant applicant, String country) {
        walk.known(applicant);
        Door door = Entrance.TYPED.of(walk.mall());
        return UUID.fromString(
                door.idOf(door.start(applicant.applicationWithPassport(country.length() + 9450, country))));
    }

    /** What people decide is not the matter here. */
    private IdentityKey bind(Applicant applicant, UUID id) {
        Applications.Stated stated = applications.stated(id);
        transaction.executeWithoutResult(status -> {
            registry.lock(stated.identity());
            assertThat(registry.bindReviewed(
                            stated.identity(),
                            stated.person(),
                            accounts.find(new UserName(applicant.account())).orElseThrow(),
                            VerificationMethod.DOCUMENT_REVIEW,
                            id))
                    .isTrue();
            applications.end(id, OutcomeCode.VERIFIED, null);
        });
        return stated.identity();
    }
}
