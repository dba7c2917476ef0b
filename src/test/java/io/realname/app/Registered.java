package io.realname.app;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.Site;
import io.realname.account.UserName;
import io.realname.newuser.NewUserReader;
import io.realname.newuser.NewUsers;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers applications without a process, for tests of one capability. */
public record Registered(
        AccountDirectory accounts, NewUserReader reader, NewUsers newUsers, PlatformTransactionManager transactions) {

    /** @return the id of a new application of the applicant, whose account is at the site */
    public UUID application(Applicant applicant, String site) {
        accounts.put(
                new Account(new UserName(applicant.account()), new Site(site), AccountKind.PERSONAL, null, Set.of()));
        UUID id = UUID.randomUUID();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> newUsers.register(
                        id, "mall", reader.read(applicant.application().toString())));
        return id;
    }
}
