package io.realname.sandbox.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.sandbox.Desk;
import io.realname.sandbox.DeskAnswer;
import io.realname.sandbox.Inbox;
import io.realname.sandbox.Json;
import io.realname.sandbox.Ledger;
import io.realname.sandbox.MobileKey;
import io.realname.sandbox.Scenario;
import io.realname.sandbox.Script;
import io.realname.sandbox.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** Serves {@code SendSms}: delivers into the inbox at once, unless the number's scenario or the script forbids it. */
public final class SmsDesk implements Desk {

    public static final String ACTION = "SendSms";

    /** The notice to holders in {@code config/application.yaml}; all other templates contain a code. */
    private static final String HOLDER_TEMPLATE = "100002";

    private static final int LONGEST_CONTEXT = 512;

    private final Stage stage;
    private final Script script;
    private final Ledger ledger;
    private final Inbox inbox;
    private final Clock clock;

    public SmsDesk(Stage stage, Script script, Ledger ledger, Inbox inbox, Clock clock) {
        this.stage = stage;
        this.script = script;
        this.ledger = ledger;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public DeskAnswer serve(JsonNode request, String requestId) {
        for (String field : new String[] {"SmsSdkAppId", "TemplateId", "SignName"}) {
            if (request.path(field).asText("").isBlank()) {
                return DeskAnswer.error("MissingParameter");
            }
        }
        if (request.path("PhoneNumberSet").isEmpty()) {
            return DeskAnswer.error("MissingParameter.EmptyPhoneNumberSet");
        }
        if (request.path("SessionContext").asText("").getBytes(StandardCharsets.UTF_8).length >= LONGEST_CONTEXT) {
            return DeskAnswer.error("InvalidParameterValue");
        }
        for (JsonNode number : request.path("PhoneNumberSet")) {
            MobileKey mobile = MobileKey.of(number.asText());
            if (stage.scenario(mobile) == Scenario.SMS_DOWN_ONCE && stage.isFirstCall(ACTION, mobile.digits())) {
                return DeskAnswer.bare(500);
            }
        }
        ObjectNode response = Json.object();
        ArrayNode items = response.putArray("SendStatusSet");
        for (JsonNode number : request.path("PhoneNumberSet")) {
            items.add(send(number.asText(), request, requestId));
        }
        return DeskAnswer.of(response);
    }

    private ObjectNode send(String number, JsonNode request, String requestId) {
        MobileKey to = MobileKey.of(number);
        String context = request.path("SessionContext").asText("");
        String code = script.nextSmsCode().orElse(codeOf(to));
        boolean accepted = code.equals("Ok");
        String serialNo = accepted ? "2026:" + UUID.randomUUID() : "";
        if (accepted) {
            ledger.bill(requestId, ACTION);
            inbox.deliver(new Inbox.Delivery(to, message(request), serialNo, context));
        }
        return Json.object()
                .put("SerialNo", serialNo)
                .put("PhoneNumber", number)
                .put("Fee", accepted ? 1 : 0)
                .put("SessionContext", context)
                .put("Code", code)
                .put("Message", accepted ? "send success" : "not sent")
                .put("IsoCode", "CN");
    }

    private String codeOf(MobileKey to) {
        if (!to.isMainlandMobile()) {
            return "InvalidParameterValue.IncorrectPhoneNumber";
        }
        return stage.scenario(to) == Scenario.SMS_FREQUENCY_LIMIT ? "LimitExceeded.PhoneNumberDailyLimit" : "Ok";
    }

    private Inbox.Message message(JsonNode request) {
        JsonNode parameters = request.path("TemplateParamSet");
        if (request.path("TemplateId").asText("").equals(HOLDER_TEMPLATE)) {
            return new Inbox.Message(
                    "【%s】有人申诉您账号%s所绑定的身份信息不属于您。如有异议,请在%s内提出。"
                            .formatted(
                                    request.path("SignName").asText(),
                                    parameters.path(0).asText("?"),
                                    parameters.path(1).asText("?")),
                    "",
                    clock.instant());
        }
        String code = parameters.path(0).asText("");
        String text = "【%s】您的验证码是%s,%s分钟内有效。如非本人操作,请忽略本短信。"
                .formatted(
                        request.path("SignName").asText(),
                        code,
                        parameters.path(1).asText("?"));
        return new Inbox.Message(text, code, clock.instant());
    }
}
