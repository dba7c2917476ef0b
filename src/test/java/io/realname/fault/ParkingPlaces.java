package io.realname.fault;

import io.realname.app.Applicant;
import io.realname.bankcard.BankCardChecks;
import io.realname.bankcard.BankCardDecision;
import io.realname.bankcard.BankCardQuestion;
import io.realname.bankcard.BankCardVerifier;
import io.realname.calls.ProviderAnswer;
import io.realname.identity.BindingSubject;
import io.realname.identity.IdentityRegistry;
import io.realname.mobile.CodeSubject;
import io.realname.mobile.MobileCodes;
import io.realname.mobile.MobileNumber;
import io.realname.mobile.NoticeSender;
import io.realname.mobile.SmsResult;
import io.realname.mobile.SmsSender;
import io.realname.newuser.NewUserApplication;
import io.realname.newuser.NewUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.AfterReturningAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.NameMatchMethodPointcutAdvisor;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stops the work on chosen applicants at chosen places for ever, and reports each stop on standard output. */
public class ParkingPlaces implements BeanPostProcessor {

    static final String PARKED = "PARKED ";

    private final Map<Applicant, ParkingPlace> places;
    private final ThreadLocal<@Nullable MobileNumber> asked = new ThreadLocal<>();

    ParkingPlaces(Map<Applicant, ParkingPlace> places) {
        this.places = places;
    }

    /** The adapters are final, so they are wrapped; for their callers there are proxies. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof BankCardVerifier verifier) {
            return (BankCardVerifier) question -> verify(verifier, question);
        }
        if (bean instanceof SmsSender sender && bean instanceof NoticeSender notices) {
            return new ParkingSender(sender, notices);
        }
        if (bean instanceof BankCardChecks) {
            return after(bean, "make", arguments -> answerIsStored());
        }
        if (bean instanceof IdentityRegistry) {
            return after(
                    bean,
                    "bindFree",
                    arguments -> parkAccount(
                            ParkingPlace.BINDING_NOT_COMMITTED,
                            ((BindingSubject) arguments[0]).account().value()));
        }
        if (bean instanceof MobileCodes) {
            return after(
                    bean,
                    "verify",
                    arguments -> park(ParkingPlace.CODE_NOT_COMMITTED, ((CodeSubject) arguments[0]).mobile()));
        }
        if (bean instanceof NewUsers) {
            return after(
                    bean,
                    "register",
                    arguments -> park(
                            ParkingPlace.START_NOT_COMMITTED,
                            ((NewUserApplication) arguments[2]).bankCard().mobile()));
        }
        return bean;
    }

    private static Object after(Object bean, String method, Consumer<@Nullable Object[]> parks) {
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        AfterReturningAdvice advice = (result, called, arguments, target) -> parks.accept(arguments);
        NameMatchMethodPointcutAdvisor advisor = new NameMatchMethodPointcutAdvisor(advice);
        advisor.addMethodName(method);
        proxy.addAdvisor(advisor);
        return proxy.getProxy();
    }

    private ProviderAnswer<BankCardDecision> verify(BankCardVerifier verifier, BankCardQuestion question) {
        asked.set(question.mobile());
        park(ParkingPlace.BEFORE_BANK, question.mobile());
        ProviderAnswer<BankCardDecision> answer = verifier.verify(question);
        park(ParkingPlace.AFTER_BANK, question.mobile());
        return answer;
    }

    private void answerIsStored() {
        MobileNumber mobile = asked.get();
        asked.remove();
        if (mobile != null) {
            park(ParkingPlace.ANSWER_STORED, mobile);
        }
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
