package io.realname.benchmark.stock;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** "Check bank card" */
@Profile(StockApplication.PROFILE)
@Component
class CheckBankCard implements JavaDelegate {

    private final Tencent tencent;

    CheckBankCard(Tencent tencent) {
        this.tencent = tencent;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String result = tencent.faceid(
                        "BankCard4EVerification",
                        Map.of(
                                "Name",
                                execution.getVariable("realName"),
                                "BankCard",
                                execution.getVariable("cardNumber"),
                                "Phone",
                                execution.getVariable("mobile"),
                                "IdCard",
                                execution.getVariable("documentNumber"),
                                "CertType",
                                0))
                .path("Result")
                .asText();
        execution.setVariable("outcome", result.equals("0") ? "VERIFIED" : "CARD_DETAILS_MISMATCH");
    }
}
