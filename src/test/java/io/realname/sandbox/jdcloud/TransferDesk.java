package io.realname.sandbox.jdcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.sandbox.Desk;
import io.realname.sandbox.DeskAnswer;
import io.realname.sandbox.Json;
import io.realname.sandbox.Ledger;
import io.realname.sandbox.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Serves the three actions for a small payment. The last four digits of the corporate account decide the result. */
public final class TransferDesk {

    static final String TRANSFER = "company:transfer";
    static final String STATUS = "company:transferStatus";
    static final String CHECK = "company:check";

    private static final int CALLS_ON_ITS_WAY = 2;

    private final Stage stage;
    private final Ledger ledger;
    private final Transfers transfers;
    private final Duration lateAnswer;

    public TransferDesk(Stage stage, Ledger ledger, Transfers transfers, Duration lateAnswer) {
        this.stage = stage;
        this.ledger = ledger;
        this.transfers = transfers;
        this.lateAnswer = lateAnswer;
    }

    public Map<String, Desk> desks() {
        return Map.of(
                TRANSFER,
                this::transfer,
                STATUS,
                (request, requestId) -> state(request),
                CHECK,
                (request, requestId) -> check(request));
    }

    private DeskAnswer transfer(JsonNode request, String requestId) {
        JsonNode account = request.path("accountInfo");
        for (String field : new String[] {"orgName", "bankCardNum", "bankName", "branchBankName"}) {
            if (account.path(field).asText("").isBlank()) {
                return DeskAnswer.error("INVALID_ARGUMENT");
            }
        }
        String number = account.path("bankCardNum").asText();
        PaymentScenario scenario = stage.payment(number);
        if (scenario == PaymentScenario.DOWN) {
            return DeskAnswer.bare(500);
        }
        if (scenario == PaymentScenario.ACCOUNT_REFUSED) {
            return result(false, false, "ACCOUNT_ERROR", "");
        }
        ledger.bill(requestId, TRANSFER);
        Transfers.Transfer sent = transfers.send(number);
        ObjectNode detail = Json.object().put("orderNumber", sent.orderNumber()).put("amount", sent.amount());
        DeskAnswer answer = result(true, false, "SUCCESS", detail.toString());
        return scenario == PaymentScenario.ANSWER_LATE_ONCE && stage.isFirstCall(TRANSFER, number)
                ? answer.late(lateAnswer)
                : answer;
    }

    private DeskAnswer state(JsonNode request) {
        Optional<Transfers.Order> order =
                transfers.order(request.path("orderNumber").asText(""));
        if (order.isEmpty()) {
            return result(false, true, "NO_SUCH_ORDER", "");
        }
        return switch (stage.payment(order.get().account())) {
            case RETURNED -> result(false, false, "RETURNED", "");
            case SLOW ->
                order.get().timesAsked().incrementAndGet() > CALLS_ON_ITS_WAY
                        ? result(true, false, "SUCCESS", "")
                        : result(false, true, "ON_ITS_WAY", "");
            default -> result(true, false, "SUCCESS", "");
        };
    }

    private DeskAnswer check(JsonNode request) {
        JsonNode asked = request.path("checkInfo");
        Optional<Transfers.Order> order =
                transfers.order(asked.path("orderNumber").asText(""));
        String amount = asked.path("paymentAmount").asText("");
        if (!amount.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            return DeskAnswer.error("INVALID_ARGUMENT");
        }
        if (order.isEmpty()) {
            return result(false, true, "NO_SUCH_ORDER", "");
        }
        boolean same = new BigDecimal(amount)
                        .compareTo(new BigDecimal(order.get().transfer().amount()))
                == 0;
        return result(same, false, same ? "SUCCESS" : "AMOUNT_ERROR", "");
    }

    private static DeskAnswer result(boolean success, boolean hasException, String code, String detail) {
        ObjectNode body = Json.object();
        body.putObject("result")
                .put("success", success)
                .put("hasException", hasException)
                .put("code", code)
                .put("message", code)
                .put("detail", detail);
        return DeskAnswer.of(body);
    }
}
