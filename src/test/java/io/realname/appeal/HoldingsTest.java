package io.realname.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.app.RealnameTest;
import io.realname.app.Registered;
import io.realname.application.Applications;
import io.realname.database.AtALock;
import io.realname.identity.BindResult;
import io.realname.identity.Binding;
import io.realname.identity.IdentityKey;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.mobile.MobileNumber;
import io.realname.newuser.NewUserReader;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an appeal takes with it: the bindings that it is about, and all that were derived from them. */
@RealnameTest
class HoldingsTest {

    @Autowired
    private Holdings holdings;

    @Autowired
    private Appeals appeals;

    @Autowired
    private IdentityRegistry registry;

    @Autowired
    private AccountDirectory accounts;

    @Autowired
    private NewUserReader reader;

    @Autowired
    private Registered registered;

    @Autowired
    private Applications applications;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void associationsFallWithTheirSource() {
        Applicant owner = Applicant.number(7300);
        bind(owner, "JD_MALL");
        associate(owner, "finance_7300", "JD_FINANCE", owner.account());
        associate(owner, "cloud_7300", "JD_CLOUD", owner.account());

        assertThat(released(owner, "JD_MALL")).containsExactlyInAnyOrder(owner.account(), "finance_7300", "cloud_7300");

        assertThat(List.of(owner.account(), "finance_7300", "cloud_7300"))
                .noneMatch(account -> registry.bindingOf(account).isPresent());
        assertThat(registry.sitesOf(identity(owner))).isEmpty();
    }

    @Test
    void associationsOfAssociationsFallToo() {
        Applicant owner = Applicant.number(7301);
        bind(owner, "JD_MALL");
        associate(owner, "finance_7301", "JD_FINANCE", owner.account());
        associate(owner, "cloud_7301", "JD_CLOUD", "finance_7301");

        assertThat(released(owner, "JD_MALL")).containsExactlyInAnyOrder(owner.account(), "finance_7301", "cloud_7301");
    }

    @Test
    void sourceStaysWhenItsAssociationFalls() {
        Applicant owner = Applicant.number(7302);
        bind(owner, "JD_MALL");
        associate(owner, "finance_7302", "JD_FINANCE", owner.account());
        associate(owner, "cloud_7302", "JD_CLOUD", "finance_7302");

        assertThat(released(owner, "JD_FINANCE")).containsExactlyInAnyOrder("finance_7302", "cloud_7302");

        assertThat(registry.bindingOf(owner.account()).isPresent()).isTrue();
        assertThat(registry.sitesOf(identity(owner))).containsExactly("JD_MALL");
    }

    @Test
    void siblingsStay() {
        Applicant owner = Applicant.number(7303);
        bind(owner, "JD_MALL");
        associate(owner, "finance_7303", "JD_FINANCE", owner.account());
        associate(owner, "cloud_7303", "JD_CLOUD", owner.account());

        assertThat(released(owner, "JD_CLOUD")).containsExactly("cloud_7303");

        assertThat(registry.bindingOf("finance_7303").isPresent()).isTrue();
    }

    @Test
    void othersStay() {
        Applicant owner = Applicant.number(7304);
        Applicant other = Applicant.number(7305);
        bind(owner, "JD_MALL");
        bind(other, "JD_MALL");
        associate(other, "cloud_7305", "JD_CLOUD", other.account());

        released(owner, "JD_MALL");

        assertThat(registry.bindingOf(other.account()).isPresent()).isTrue();
        assertThat(registry.bindingOf("cloud_7305").isPresent()).isTrue();
    }

    @Test
    void identityIsFreeAfterwards() {
        Applicant owner = Applicant.number(7306);
        bind(owner, "JD_MALL");
        associate(owner, "cloud_7306", "JD_CLOUD", owner.account());
        released(owner, "JD_MALL");

        assertThat(bind(owner.withAccount("rightful_7306"), "JD_FINANCE")).isEqualTo(BindResult.BOUND);
    }

    /** What was derived from the old binding is not derived from the new one. */
    @Test
    void newBindingOfTheSameAccountHasNoAssociations() {
        Applicant owner = Applicant.number(7307);
        bind(owner, "JD_MALL");
        associate(owner, "cloud_7307", "JD_CLOUD", owner.account());
        released(owner, "JD_MALL");

        assertThat(bind(owner, "JD_MALL")).isEqualTo(BindResult.BOUND);

        assertThat(registry.bindingOf("cloud_7307").isPresent()).isFalse();
        associate(owner, "cloud_7307", "JD_CLOUD", owner.account());
        assertThat(released(owner, "JD_MALL")).containsExactlyInAnyOrder(owner.account(), "cloud_7307");
    }

    @Test
    void whatIsReleasedIsReleasedOnce() {
        Applicant owner = Applicant.number(7308);
        bind(owner, "JD_MALL");

        assertThat(released(owner, "JD_MALL")).containsExactly(owner.account());

        UUID second = appeal(owner);
        assertThat(note(second, owner, "JD_MALL")).isEqualTo(HolderState.NOT_BOUND);
    }

    /** The trail stays: what was derived from what can still be seen. */
    @Test
    void releasedBindingsKeepTheirSource() {
        Applicant owner = Applicant.number(7309);
        bind(owner, "JD_MALL");
        UUID source = bindingOf(owner.account()).id();
        associate(owner, "cloud_7309", "JD_CLOUD", owner.account());
        released(owner, "JD_MALL");

        assertThat(jdbc.sql("select source from binding where account = 'cloud_7309' and released_at is not null")
                        .query(UUID.class)
                        .single())
                .isEqualTo(source);
    }

    /** An association at this very moment comes before the release, which then sees it: nobody has decided about that one. */
    @Test
    void associationUnderWayIsSeen() {
        Applicant owner = Applicant.number(7310);
        bind(owner, "JD_MALL");
        UUID appeal = appeal(owner);
        note(appeal, owner, "JD_MALL");
        UUID application = registered(owner.withAccount("cloud_7310"), "JD_CLOUD");

        var both = AtALock.meet(
                jdbc,
                transactions,
                waitForTheOther -> {
                    boolean bound = associateIn(application, "cloud_7310", owner.account());
                    waitForTheOther.run();
                    return bound;
                },
                () -> release(appeal, owner, "JD_MALL"));

        assertThat(both.first()).isTrue();
        assertThat(both.second()).isEqualTo(ReleaseResult.CHANGED);
        assertThat(registry.bindingOf(owner.account()).isPresent()).isTrue();
        assertThat(registry.bindingOf("cloud_7310").isPresent()).isTrue();
    }

    private BindResult bind(Applicant applicant, String site) {
        UUID id = registered(applicant, site);
        return new TransactionTemplate(transactions).execute(status -> {
            var stated = applications.stated(id);
            return registry.bindFree(stated.bindingSubject(), VerificationMethod.BANK_CARD);
        });
    }

    private void associate(Applicant owner, String account, String site, String source) {
        UUID application = registered(owner.withAccount(account), site);
        Boolean bound =
                new TransactionTemplate(transactions).execute(status -> associateIn(application, account, source));
        assertThat(bound).isTrue();
    }

    private boolean associateIn(UUID application, String account, String source) {
        Binding binding = bindingOf(source);
        registry.lock(binding.identity());
        return registry.bindDerived(
                binding, accounts.find(new UserName(account)).orElseThrow(), application);
    }

    /** What an appeal against the binding at the site releases; it has ended then. */
    private List<String> released(Applicant owner, String site) {
        UUID appeal = appeal(owner);
        assertThat(note(appeal, owner, site)).isEqualTo(HolderState.RELEASABLE);
        assertThat(release(appeal, owner, site)).isEqualTo(ReleaseResult.RELEASED);
        jdbc.sql("update application set ended_at = now() where id = ?")
                .param(appeal)
                .update();
        return holdings.of(appeal).stream().map(Holding::account).toList();
    }

    private HolderState note(UUID appeal, Applicant owner, String site) {
        return new TransactionTemplate(transactions)
                .execute(status -> holdings.note(appeal, AppealReason.NOT_MY_OPERATION, identity(owner), site));
    }

    private ReleaseResult release(UUID appeal, Applicant owner, String site) {
        return new TransactionTemplate(transactions)
                .execute(status -> holdings.release(
                        appeal, AppealReason.NOT_MY_OPERATION, identity(owner), site, account -> false));
    }

    private UUID appeal(Applicant owner) {
        UserName appellant = new UserName(owner.account() + "_appeals");
        accounts.put(new Account(appellant, new Site("JD_CLOUD"), AccountKind.PERSONAL, null, Set.of()));
        UUID id = UUID.randomUUID();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> appeals.register(
                        id,
                        "mall",
                        new AppealApplication(
                                appellant,
                                AppealReason.NOT_MY_OPERATION,
                                reader.read(owner.application().toString()).person(),
                                MobileNumber.parse(owner.mobile()),
                                null,
                                false,
                                null)));
        return id;
    }

    private Binding bindingOf(String account) {
        return registry.bindingOf(account).orElseThrow();
    }

    private IdentityKey identity(Applicant applicant) {
        UUID id = jdbc.sql("select id from application where account = ? order by created_at limit 1")
                .param(applicant.account())
                .query(UUID.class)
                .single();
        return applications.stated(id).identity();
    }

    private UUID registered(Applicant applicant, String site) {
        jdbc.sql("update application set ended_at = now() where account = ? and ended_at is null")
                .param(applicant.account())
                .update();
        return registered.application(applicant, site);
    }
}
