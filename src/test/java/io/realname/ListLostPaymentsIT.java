package io.realname;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Command;
import io.realname.app.UntouchedDatabase;
import io.realname.app.Walk;
import io.realname.desk.CaseNumber;
import io.realname.desk.ReviewDesk;
import io.realname.operations.LostPaymentCase;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The operator's command, in a Java process of its own. No other test of this database has a payment. */
@UntouchedDatabase
class ListLostPaymentsIT {

    private static final int SOMEBODY = 9580;

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcConnectionDetails database;

    @Test
    void tellsWhatToLookUp() throws Exception {
        Command nothing = Command.run("lost-payments", database);
        assertThat(nothing.output()).isEqualTo("0 payments whose answer got lost");
        assertThat(nothing.status()).isZero();

        LostPaymentCase lost = LostPaymentCase.of(walk, desk, runtime, jobs, Applicant.number(SOMEBODY), SOMEBODY);
        UUID id = UUID.fromString(lost.id());

        Command one = Command.run("lost-payments", database);

        assertThat(one.status()).isOne();
        assertThat(one.output().lines()).hasSize(2).last().isEqualTo("1 payment whose answer got lost");
        assertThat(one.output())
                .containsPattern("application " + id + ", case " + CaseNumber.of(id)
                        + ", payment 1: sent at [-0-9]{10} [:0-9]{8} \\+08:00, of 0\\.01 to 0\\.99 yuan, to "
                        + Pattern.quote("****0003, 中国工商银行, 福州五四支行, of ") + "\\*+司\\. Look it up\n")
                .doesNotContain(
                        lost.company().corporateAccount(), lost.company().name());
        assertThat(trail.of(id))
                .filteredOn(entry -> entry.event() == AuditEvent.LOST_PAYMENT_VIEWED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("command:" + System.getProperty("user.name")));
    }
}
