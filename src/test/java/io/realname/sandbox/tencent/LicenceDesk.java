package io.realname.sandbox.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.sandbox.Desk;
import io.realname.sandbox.DeskAnswer;
import io.realname.sandbox.Json;
import io.realname.sandbox.Ledger;
import io.realname.sandbox.Stage;
import java.time.Duration;

/**
 * Serves {@code VerifyBizLicenseEnterprise4}. The two characters before the credit code's check character decide the
 * result.
 */
public final class LicenceDesk implements Desk {

    public static final String ACTION = "VerifyBizLicenseEnterprise4";

    private final Stage stage;
    private final Ledger ledger;
    private final Duration lateAnswer;

    public LicenceDesk(Stage stage, Ledger ledger, Duration lateAnswer) {
        this.stage = stage;
        this.ledger = ledger;
        this.lateAnswer = lateAnswer;
    }

    @Override
    public DeskAnswer serve(JsonNode request, String requestId) {
        for (String field : new String[] {"CreditCode", "EntName", "LrName", "IdNum"}) {
            if (request.path(field).asText("").isBlank()) {
                return DeskAnswer.error("MissingParameter");
            }
        }
        String creditCode = request.path("CreditCode").asText();
        LicenceScenario scenario = stage.licence(creditCode);
        if (scenario == LicenceScenario.DOWN) {
            return DeskAnswer.bare(500);
        }
        boolean isTroubled =
                scenario == LicenceScenario.ANSWER_LATE_ONCE || scenario == LicenceScenario.SYSTEM_ERROR_ONCE;
        boolean isNow = isTroubled && stage.isFirstCall(ACTION, creditCode);
        if (isNow && scenario == LicenceScenario.SYSTEM_ERROR_ONCE) {
            return DeskAnswer.of(Json.object().put("StatusCode", 1));
        }
        ledger.bill(requestId, ACTION);
        DeskAnswer answer = DeskAnswer.of(finding(
                scenario != LicenceScenario.NAME_DIFFERS, scenario == LicenceScenario.NOT_IN_FORCE ? "3" : "1"));
        return isNow ? answer.late(lateAnswer) : answer;
    }

    private static ObjectNode finding(boolean sameName, String operatingStatus) {
        return Json.object()
                .put("StatusCode", 0)
                .put("VerifyResult", sameName ? 1 : 0)
                .put("IsCreditCodeConsistent", true)
                .put("IsEntNameConsistent", sameName)
                .put("IsLrNameConsistent", true)
                .put("IsIdNumConsistent", true)
                .put("OperatingStatus", operatingStatus)
                .put("OperatingPeriod", "2020-01-01/");
    }
}
