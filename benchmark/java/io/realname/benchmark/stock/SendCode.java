package io.realname.benchmark.stock;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** "Send code" */
@Profile(StockApplication.PROFILE)
@Component
class SendCode implements JavaDelegate {

    private final Tencent tencent;
    private final String appId;
    private final String template;
    private final String signName;
    private final SecureRandom random = new SecureRandom();

    SendCode(
            Tencent tencent,
            @Value("${realname.tencent.sms.app-id}") String appId,
            @Value("${realname.tencent.sms.template-id}") String template,
            @Value("${realname.tencent.sms.sign-name}") String signName) {
        this.tencent = tencent;
        this.appId = appId;
        this.template = template;
        this.signName = signName;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        String result = tencent.sms(
                        "SendSms",
                        Map.of(
                                "SmsSdkAppId",
                                appId,
                                "TemplateId",
                                template,
                                "SignName",
                                signName,
                                "SessionContext",
                                execution.getProcessBusinessKey(),
                                "PhoneNumberSet",
                                List.of("+86" + execution.getVariable("mobile")),
                                "TemplateParamSet",
                                List.of(code, "5")))
                .at("/SendStatusSet/0/Code")
                .asText();
        if (!result.equals("Ok")) {
            throw new IllegalStateException("SendSms: " + result);
        }
        execution.setVariable("code", code);
    }
}
