package io.realname.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Appellant;
import io.realname.app.Applicant;
import io.realname.app.Company;
import io.realname.app.CountedStatements;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.StatementCounter;
import io.realname.doors.WebApp;
import io.realname.sandbox.SandboxServer;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * What applications without any trouble cost: statements, commits, calls to providers. A change that adds
 * one turns this red. Then either it is not needed, or its {@link Budget} is changed, and the commit says what it is for.
 */
@RealnameTest
@Import({CountedStatements.class, HappyPath.class})
class HappyPathCostTest {

    private static final People PEOPLE = People.of(9880, 9899);
    private static final AtomicInteger ENTERPRISES = new AtomicInteger(719_900);

    @Autowired
    private HappyPath path;

    @Autowired
    private StatementCounter counter;

    @Autowired
    private SandboxServer sandbox;

    @Test
    void newUser() {
        path.newUser(PEOPLE.next());

        assertCost(() -> path.newUser(PEOPLE.next()), Budget.NEW_USER);
    }

    @Test
    void association() {
        path.association(path.verified(PEOPLE.next()));
        Applicant verified = path.verified(PEOPLE.next());

        assertCost(() -> path.association(verified), Budget.ASSOCIATION);
    }

    @Test
    void appeal() {
        WebApp reviewer = path.reviewer("appeal-review");
        path.appeal(appellant(), reviewer);
        Appellant appellant = appellant();

        assertCost(() -> path.appeal(appellant, reviewer), Budget.APPEAL);
    }

    @Test
    void enterprise() {
        WebApp reviewer = path.reviewer("enterprise-review");
        path.enterprise(company(), reviewer);
        Company company = company();

        assertCost(() -> path.enterprise(company, reviewer), Budget.ENTERPRISE);
    }

    private Appellant appellant() {
        Applicant holder = path.verified(PEOPLE.next());
        return new Appellant(holder, holder.account() + "_own", PEOPLE.number());
    }

    private Company company() {
        return Company.of(path.verified(PEOPLE.next()).account(), ENTERPRISES.getAndIncrement());
    }

    private void assertCost(Runnable application, Budget budget) {
        counter.takeWithJobs();
        int calls = sandbox.calls().total();
        application.run();
        List<String> all = counter.takeWithJobs();
        int commits = Collections.frequency(all, "commit");
        int batches = Collections.frequency(all, StatementCounter.BATCH);
        int batched = (int) all.stream()
                .filter(sql -> sql.startsWith(StatementCounter.BATCHED))
                .count();
        assertThat(new Budget.Cost(
                        all.size() - commits - batches,
                        all.size() - batched,
                        commits,
                        sandbox.calls().total() - calls))
                .as(() -> String.join("\n", all))
                .isEqualTo(budget.cost);
    }
}
