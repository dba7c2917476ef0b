package io.realname.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.app.Applicant;
import io.realname.app.RealnameTest;
import io.realname.app.Registered;
import io.realname.application.Applications;
import io.realname.database.AtALock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RealnameTest
class IdentityRegistryTest {

    @Autowired
    private IdentityRegistry registry;

    @Autowired
    private Registered registered;

    @Autowired
    private Applications applications;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void bindsAnIdentityThatIsFreeAndShowsIt() {
        Applicant applicant = Applicant.number(3200);
        UUID id = registered(applicant, "JD_MALL");

        assertThat(bind(id)).isEqualTo(BindResult.BOUND);

        assertThat(registry.bindingOf(applicant.account()))
                .hasValueSatisfying(binding -> assertThat(binding.method()).isEqualTo(VerificationMethod.BANK_CARD));
        assertThat(registry.sitesOf(applications.stated(id).identity())).containsExactly("JD_MALL");
    }

    @Test
    void bindsItToNobodyElseInTheGroup() {
        Applicant applicant = Applicant.number(3201);
        bind(registered(applicant, "JD_MALL"));

        assertThat(bind(registered(applicant.withAccount("other_3201"), "JD_MALL")))
                .isEqualTo(BindResult.OCCUPIED);
        assertThat(bind(registered(applicant.withAccount("cloud_3201"), "JD_CLOUD")))
                .isEqualTo(BindResult.OCCUPIED);
    }

    /** The second waits for the first to commit, and then sees it. */
    @Test
    void letsOneOfTwoAtTheSameMomentThrough() throws Exception {
        Applicant applicant = Applicant.number(3202);
        UUID first = registered(applicant, "JD_MALL");
        UUID second = registered(applicant.withAccount("finance_3202"), "JD_FINANCE");

        var both = AtALock.meet(
                jdbc,
                transactions,
                waitForTheOther -> {
                    BindResult result = bindIn(first);
                    waitForTheOther.run();
                    return result;
                },
                () -> bind(second));

        assertThat(both.first()).isEqualTo(BindResult.BOUND);
        assertThat(both.second()).isEqualTo(BindResult.OCCUPIED);
    }

    /** Whatever a program believes: the indexes refuse the second. */
    @Test
    void isHeldByTheDatabaseItself() {
        Applicant applicant = Applicant.number(3203);
        UUID id = registered(applicant, "JD_MALL");
        UUID other = registered(applicant.withAccount("other_3203"), "JD_MALL");
        bind(id);

        assertThatThrownBy(() -> copyBinding(applicant.account(), "other_3203", other))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("binding_one_account_per_site");
        jdbc.sql("update account set site = 'JD_CLOUD' where user_name = 'other_3203'")
                .update();
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into binding (id, identity_key, site, account, method, person, application, verified_at)
                                select gen_random_uuid(), identity_key, 'JD_CLOUD', account, method, person, application, now()
                                from binding where account = ?
                                """).param(applicant.account()).update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("binding_one_identity_per_account");
    }

    private void copyBinding(String from, String to, UUID application) {
        jdbc.sql("""
                        insert into binding (id, identity_key, site, account, method, person, application, verified_at)
                        select gen_random_uuid(), identity_key, site, ?, method, person, ?, now()
                        from binding where account = ?
                        """).params(to, application, from).update();
    }

    private UUID registered(Applicant applicant, String site) {
        return registered.application(applicant, site);
    }

    private BindResult bind(UUID id) {
        return new TransactionTemplate(transactions).execute(status -> bindIn(id));
    }

    private BindResult bindIn(UUID id) {
        var stated = applications.stated(id);
        return registry.bindFree(stated.bindingSubject(), VerificationMethod.BANK_CARD);
    }
}
