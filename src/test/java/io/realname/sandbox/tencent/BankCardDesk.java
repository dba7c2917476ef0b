package io.realname.sandbox.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.sandbox.Desk;
import io.realname.sandbox.DeskAnswer;
import io.realname.sandbox.Json;
import io.realname.sandbox.Ledger;
import io.realname.sandbox.MobileKey;
import io.realname.sandbox.ResultCode;
import io.realname.sandbox.Scenario;
import io.realname.sandbox.Script;
import io.realname.sandbox.Stage;
import java.time.Duration;

/** Serves {@code BankCard4EVerification}. The last four digits of the mobile number decide the result. */
public final class BankCardDesk implements Desk {

    public static final String ACTION = "BankCard4EVerification";

    private final Stage stage;
    private final Script script;
    private final Ledger ledger;
    private final Duration lateAnswer;
    private final Duration usually;

    public BankCardDesk(Stage stage, Script script, Ledger ledger, Duration lateAnswer, Duration usually) {
        this.stage = stage;
        this.script = script;
        this.ledger = ledger;
        this.lateAnswer = lateAnswer;
        this.usually = usually;
    }

    @Override
    public DeskAnswer serve(JsonNode request, String requestId) {
        for (String field : new String[] {"Name", "BankCard", "Phone", "IdCard"}) {
            if (request.path(field).asText("").isBlank()) {
                return DeskAnswer.error("MissingParameter");
            }
        }
        MobileKey mobile = MobileKey.of(request.path("Phone").asText());
        Scenario scenario = stage.scenario(mobile);
        if (scenario == Scenario.BANK_CHECK_DOWN) {
            return DeskAnswer.bare(500);
        }
        ResultCode result = ResultCode.of(script.nextBankResult().orElse(resultOf(scenario)));
        if (result.billed()) {
            ledger.bill(requestId, ACTION);
        }
        DeskAnswer answer =
                DeskAnswer.of(Json.object().put("Result", result.code()).put("Description", result.description()));
        return scenario == Scenario.ANSWER_LATE_ONCE && stage.isFirstCall(ACTION, mobile.digits())
                ? answer.late(lateAnswer)
                : answer.late(usually);
    }

    private static String resultOf(Scenario scenario) {
        return switch (scenario) {
            case DETAILS_DO_NOT_MATCH -> "-1";
            case CARD_LOST -> "-13";
            default -> "0";
        };
    }
}
