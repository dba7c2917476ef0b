package io.realname.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.realname.app.Applicant;
import io.realname.app.RealnameTest;
import io.realname.app.Registered;
import io.realname.application.Applications;
import io.realname.mobile.CodeVerdict.Exhausted;
import io.realname.mobile.CodeVerdict.Expired;
import io.realname.mobile.CodeVerdict.Right;
import io.realname.mobile.CodeVerdict.Throttled;
import io.realname.mobile.CodeVerdict.Wrong;
import io.realname.people.TestPeople;
import io.realname.sandbox.SandboxServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes on a real database, sent through the real adapter; no process around them. */
@RealnameTest
class MobileCodesTest {

    private static final String SITE = "JD_MALL";

    @Autowired
    private MobileCodes codes;

    @Autowired
    private Registered registered;

    @Autowired
    private Applications applications;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Test
    void isRightOnce() {
        CodeSubject subject = subject(Applicant.number(3000));
        String code = send(subject);

        assertThat(code).matches("[0-9]{6}");
        assertThat(verify(subject, code)).isInstanceOf(Right.class);
        assertThat(verify(subject, code)).isInstanceOf(Expired.class);
        assertThat(codes.isConfirmed(subject.application(), subject.mobile())).isTrue();
    }

    @Test
    void isStoredAsAKeyedHashOnly() {
        CodeSubject subject = subject(Applicant.number(3001));
        String code = send(subject);

        byte[] mac = jdbc.sql("select code_mac from mobile_code where application = ?")
                .param(subject.application())
                .query(byte[].class)
                .single();
        assertThat(mac).hasSize(32);
        assertThat(new String(mac, StandardCharsets.ISO_8859_1)).doesNotContain(code);
    }

    @Test
    void isWorthNothingForAnotherApplicationOrNumber() {
        CodeSubject one = subject(Applicant.number(3002));
        CodeSubject other = subject(Applicant.number(3003));
        String code = send(one);
        send(other);

        assertThat(verify(other, code)).isInstanceOf(Wrong.class);
        CodeSubject otherNumber = new CodeSubject(
                one.application(), one.purpose(), MobileNumber.parse(TestPeople.mobile(3999)), one.account());
        assertThat(verify(otherNumber, code)).isInstanceOf(Wrong.class);
        assertThat(verify(one, code)).isInstanceOf(Right.class);
    }

    @Test
    void isVoidOnceItHasASuccessorWhichDoesNotGiveTriesBack() {
        CodeSubject subject = subject(Applicant.number(3004));
        String first = send(subject);
        assertThat(verify(subject, unlike(first))).isEqualTo(new Wrong(4));
        String second = send(subject);

        assertThat(verify(subject, unlike(second))).isEqualTo(new Wrong(3));
        if (!first.equals(second)) {
            assertThat(verify(subject, first)).isEqualTo(new Wrong(2));
        }
        assertThat(verify(subject, second)).isInstanceOf(Right.class);
    }

    @Test
    void countsATryThatARollbackUndoes() {
        CodeSubject subject = subject(Applicant.number(3005));
        String code = send(subject);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(codes.verify(subject, new MobileCode(unlike(code)))).isEqualTo(new Wrong(4));
            status.setRollbackOnly();
        });

        assertThat(codes.state(subject.application()).triesLeft()).isEqualTo(4);
        assertThat(verify(subject, unlike(code))).isEqualTo(new Wrong(3));
    }

    @Test
    void staysGoodWhenTheStepThatTookItRollsBack() {
        CodeSubject subject = subject(Applicant.number(3006));
        String code = send(subject);
        verify(subject, unlike(code));

        // More often than there are tries: a database that fails is not the applicant's fault.
        for (int n = 0; n < 6; n++) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                assertThat(codes.verify(subject, new MobileCode(code))).isInstanceOf(Right.class);
                status.setRollbackOnly();
            });
            assertThat(codes.state(subject.application()).triesLeft()).isEqualTo(4);
        }

        assertThat(verify(subject, code)).isInstanceOf(Right.class);
    }

    @Test
    void endsAfterFiveWrongTriesEvenForTheRightCode() {
        CodeSubject subject = subject(Applicant.number(3007));
        String code = send(subject);

        for (int left = 4; left > 0; left--) {
            assertThat(verify(subject, unlike(code))).isEqualTo(new Wrong(left));
        }
        assertThat(verify(subject, unlike(code))).isInstanceOf(Exhausted.class);
        assertThat(verify(subject, code)).isInstanceOf(Exhausted.class);
    }

    @Test
    void isNoLongerGoodAfterItsTimeAndCostsNoTryThen() {
        CodeSubject subject = subject(Applicant.number(3008));
        String code = send(subject);
        jdbc.sql("update mobile_code set expires_at = now() - interval '1 second' where application = ?")
                .param(subject.application())
                .update();

        assertThat(verify(subject, code)).isInstanceOf(Expired.class);
        assertThat(codes.state(subject.application()).triesLeft()).isEqualTo(5);
    }

    /** Ten wrong tries in a row are free, over two applications; the eleventh closes the account for a while. */
    @Test
    void slowsDownWhoGuessesAcrossApplications() {
        Applicant applicant = Applicant.number(3009);
        for (int n = 0; n < 2; n++) {
            CodeSubject subject = subject(applicant.withMobile(TestPeople.mobile(3900 + n)));
            String code = send(subject);
            for (int tries = 0; tries < 5; tries++) {
                verify(subject, unlike(code));
            }
            end(subject);
        }
        CodeSubject third = subject(applicant.withMobile(TestPeople.mobile(3902)));
        String code = send(third);
        verify(third, unlike(code));

        assertThat(verify(third, code))
                .isInstanceOfSatisfying(
                        Throttled.class,
                        throttled ->
                                assertThat(throttled.retryAfter().toSeconds()).isBetween(1L, 60L));
        assertThat(codes.state(third.application()).triesLeft()).isEqualTo(4);
    }

    @Test
    void goesToOneNumberFourTimesAnHour() {
        CodeSubject subject = subject(Applicant.number(3010));
        for (int n = 0; n < 4; n++) {
            send(subject);
        }

        assertRefused(subject, Duration.ofHours(1));
        assertThat(sandbox.inbox().messages(subject.mobile().e164())).hasSize(4);
        minutesPass(subject, 61);
        assertThat(codes.send(subject)).isInstanceOf(CodeDispatch.Sent.class);
    }

    /** A provider that is away for an hour fails five tries of each job. They must not use up the codes of the number. */
    @Test
    void doesNotCountWhatSurelyWasNotSent() {
        CodeSubject subject = subject(Applicant.number(9790));
        try {
            for (int n = 0; n < 6; n++) {
                sandbox.script().statusNext("SendSms", 503);
                assertThat(codes.send(subject)).isInstanceOf(CodeDispatch.Unavailable.class);
                breakers.circuitBreaker("sms").reset();
            }
        } finally {
            breakers.circuitBreaker("sms").reset();
        }
        for (int n = 0; n < 6; n++) {
            sandbox.script().smsCodeNext("FailedOperation.InsufficientBalanceInSmsPackage");
            assertThat(codes.send(subject)).isInstanceOf(CodeDispatch.ProviderRefused.class);
        }

        assertThat(codes.resendDelay(subject)).isZero();
        String code = send(subject);
        assertThat(verify(subject, code)).isInstanceOf(Right.class);
    }

    /** Nobody knows whether such a message was sent, so it counts. */
    @Test
    void countsWhatMayHaveBeenSent() {
        CodeSubject subject = subject(Applicant.number(9791));
        for (int n = 0; n < 4; n++) {
            sandbox.script().responseNext("SendSms", "{\"SendStatusSet\":[]}");
            assertThat(codes.send(subject)).isInstanceOf(CodeDispatch.Unavailable.class);
            breakers.circuitBreaker("sms").reset();
        }

        assertRefused(subject, Duration.ofHours(1));
    }

    /** Who only knows the number of a holder must not silence them. */
    @Test
    void leavesTheHolderCodesToObjectWithWhenOthersHaveUsedUpTheirs() {
        CodeSubject others = subject(Applicant.number(3011));
        for (int n = 0; n < 4; n++) {
            send(others);
        }
        CodeSubject holder = objecting(Applicant.number(3012), others.mobile());

        send(holder);
        assertRefused(holder, Duration.ofHours(1));
        minutesPass(others, 61);
        minutesPass(holder, 61);
        send(others);
        send(others);
        assertRefused(others, Duration.ofDays(1));
        for (int n = 2; n <= 3; n++) {
            send(holder);
        }
        minutesPass(others, 61);
        minutesPass(holder, 61);
        send(holder);

        assertThat(sandbox.inbox().messages(others.mobile().e164())).hasSize(10);
        minutesPass(holder, 61);
        assertRefused(holder, Duration.ofDays(1));
    }

    @Test
    void goesThreeTimesADayToAVerifiedAccountsNumberForOneAssociatingAccount() {
        MobileNumber foreign = MobileNumber.parse(TestPeople.mobile(3910));
        CodeSubject associating = associating(Applicant.number(3013), foreign);
        for (int n = 0; n < 3; n++) {
            send(associating);
            minutesPass(associating, 61);
        }

        assertRefused(associating, Duration.ofDays(1));
        send(associating(Applicant.number(3014), foreign));
        minutesPass(associating, 24 * 60);
        send(associating);
    }

    private CodeSubject subject(Applicant applicant) {
        UUID id = registered.application(applicant, SITE);
        return applications.stated(id).codeSubject();
    }

    private CodeSubject objecting(Applicant holder, MobileNumber mobile) {
        CodeSubject subject = subject(holder);
        return new CodeSubject(subject.application(), MobileCodePurpose.OBJECTION, mobile, subject.account());
    }

    private CodeSubject associating(Applicant applicant, MobileNumber mobile) {
        CodeSubject subject = subject(applicant);
        return new CodeSubject(subject.application(), MobileCodePurpose.ASSOCIATION, mobile, subject.account());
    }

    private void assertRefused(CodeSubject subject, Duration until) {
        assertThat(codes.send(subject)).isInstanceOf(CodeDispatch.FrequencyLimited.class);
        assertThat(codes.resendDelay(subject)).isEqualTo(until);
    }

    private void minutesPass(CodeSubject subject, int minutes) {
        jdbc.sql("update mobile_code set created_at = created_at - ? * interval '1 minute' where application = ?")
                .params(minutes, subject.application())
                .update();
    }

    private void end(CodeSubject subject) {
        jdbc.sql("update application set ended_at = now() where id = ?")
                .param(subject.application())
                .update();
    }

    private String send(CodeSubject subject) {
        CodeDispatch dispatch = new TransactionTemplate(transactions).execute(status -> codes.send(subject));
        assertThat(dispatch).isInstanceOf(CodeDispatch.Sent.class);
        return sandbox.inbox().messages(subject.mobile().e164()).get(0).code();
    }

    private CodeVerdict verify(CodeSubject subject, String code) {
        return new TransactionTemplate(transactions).execute(status -> codes.verify(subject, new MobileCode(code)));
    }

    private static String unlike(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
