package io.realname.fault;

import io.realname.app.Applicant;
import io.realname.bankcard.BankCardDecision;
import io.realname.bankcard.BankCardQuestion;
import io.realname.bankcard.BankCardVerifier;
import io.realname.calls.ProviderAnswer;
import io.realname.mobile.CodeSubject;
import io.realname.mobile.MobileNumber;
import io.realname.mobile.NoticeSender;
import io.realname.mobile.SmsResult;
import io.realname.mobile.SmsSender;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stops the work on chosen applicants at chosen places for ever, and reports each stop on standard output. */
@Aspect
public class ParkingPlaces implements BeanPostProcessor {

    static final String PARKED = "PARKED ";

    private final Map<Applicant, ParkingPlace> places;
    private final ThreadLocal<@Nullable MobileNumber> asked = new ThreadLocal<>();

    ParkingPlaces(Map<Applicant, ParkingPlace> places) {
        this.places = places;
    }

    /** The adapters are final, so they are wrapped; their callers are advised by aspects. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof BankCardVerifier verifier) {
            return (BankCardVerifier) question -> verify(verifier, question);
        }
        return bean instanceof SmsSender sender && bean instanceof NoticeSender notices
                ? new ParkingSender(sender, notices)
                : bean;
    }

    private ProviderAnswer<BankCardDecision> verify(BankCardVerifier verifier, BankCardQuestion question) {
        asked.set(question.mobile());
        park(ParkingPlace.BEFORE_BANK, question.mobile());
        ProviderAnswer<BankCardDecision> answer = verifier.verify(question);
        park(ParkingPlace.AFTER_BANK, question.mobile());
        return answer;
    }

    @Around("execution(* io.realname.bankcard.BankCardChecks.make(..))")
    public @Nullable Object make(ProceedingJoinPoint call) throws Throwable {
        Object outcome = call.proceed();
        MobileNumber mobile = asked.get();
        asked.remove();
        if (mobile != null) {
            park(ParkingPlace.ANSWER_STORED, mobile);
        }
        return outcome;
    }

    @Around("execution(* io.realname.identity.IdentityRegistry.bindFree(..)) && args(*, *, account, *, *)")
    public @Nullable Object bind(ProceedingJoinPoint call, io.realname.account.Account account) throws Throwable {
        Object result = call.proceed();
        parkAccount(ParkingPlace.BINDING_NOT_COMMITTED, account.userName().value());
        return result;
    }

    @Around("execution(* io.realname.mobile.MobileCodes.verify(..)) && args(subject, *)")
    public @Nullable Object verifyCode(ProceedingJoinPoint call, CodeSubject subject) throws Throwable {
        Object verdict = call.proceed();
        park(ParkingPlace.CODE_NOT_COMMITTED, subject.mobile());
        return verdict;
    }

    @Around("execution(* io.realname.newuser.NewUsers.register(..)) && args(*, *, form)")
    public @Nullable Object register(ProceedingJoinPoint call, io.realname.newuser.NewUserApplication form)
            throws Throwable {
        Object nothing = call.proceed();
        park(ParkingPlace.START_NOT_COMMITTED, form.bankCard().mobile());
        return nothing;
    }

    private void park(ParkingPlace place, MobileNumber mobile) {
        places.forEach((applicant, chosen) -> {
            if (chosen == place && MobileNumber.parse(applicant.mobile()).equals(mobile)) {
                stop(place);
            }
        });
    }

    private void parkAccount(ParkingPlace place, String account) {
        places.forEach((applicant, chosen) -> {
            if (chosen == place && applicant.account().equals(account)) {
                stop(place);
            }
        });
    }

    private static void stop(ParkingPlace place) {
        System.out.println(PARKED + place);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(137);
        }
    }

    private final class ParkingSender implements SmsSender, NoticeSender {

        private final SmsSender sender;
        private final NoticeSender notices;

        private ParkingSender(SmsSender sender, NoticeSender notices) {
            this.sender = sender;
            this.notices = notices;
        }

        @Override
        public SmsResult tellHolder(MobileNumber to, String maskedAccount, Duration period, UUID notice) {
            return notices.tellHolder(to, maskedAccount, period, notice);
        }

        @Override
        public SmsResult send(MobileNumber to, String code, Duration validity, UUID challenge) {
            park(ParkingPlace.BEFORE_SMS, to);
            SmsResult result = sender.send(to, code, validity, challenge);
            park(ParkingPlace.AFTER_SMS, to);
            return result;
        }

        @Override
        public Optional<String> lookUp(MobileNumber to, UUID challenge, Instant since) {
            return sender.lookUp(to, challenge, since);
        }
    }
}
