package io.realname.sandbox.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.sandbox.Desk;
import io.realname.sandbox.DeskAnswer;
import io.realname.sandbox.Inbox;
import io.realname.sandbox.Json;
import io.realname.sandbox.MobileKey;
import java.util.List;

/** Serves {@code PullSmsSendStatusByPhoneNumber}: the SMS delivered to a number in a period of time, in pages. */
public final class SmsStatusDesk implements Desk {

    public static final String ACTION = "PullSmsSendStatusByPhoneNumber";

    private static final int LONGEST_PAGE = 100;

    private final Inbox inbox;

    public SmsStatusDesk(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public DeskAnswer serve(JsonNode request, String requestId) {
        for (String field : new String[] {"BeginTime", "EndTime", "Offset", "Limit", "PhoneNumber", "SmsSdkAppId"}) {
            if (request.path(field).isMissingNode()) {
                return DeskAnswer.error("MissingParameter");
            }
        }
        int limit = request.path("Limit").asInt();
        int offset = request.path("Offset").asInt();
        if (limit < 1 || limit > LONGEST_PAGE || offset < 0) {
            return DeskAnswer.error("InvalidParameterValue.LimitOrOffset");
        }
        long begin = request.path("BeginTime").asLong();
        long end = request.path("EndTime").asLong();
        List<Inbox.Delivery> page = inbox
                .deliveries(MobileKey.of(request.path("PhoneNumber").asText()))
                .stream()
                .filter(delivery -> isWithin(delivery.message().at().getEpochSecond(), begin, end))
                .skip(offset)
                .limit(limit)
                .toList();
        ObjectNode response = Json.object();
        ArrayNode items = response.putArray("PullSmsSendStatusSet");
        page.forEach(delivery -> items.add(item(delivery)));
        return DeskAnswer.of(response);
    }

    private static boolean isWithin(long second, long begin, long end) {
        return begin <= second && second <= end;
    }

    private static ObjectNode item(Inbox.Delivery delivery) {
        return Json.object()
                .put("UserReceiveTime", delivery.message().at().getEpochSecond())
                .put("CountryCode", "86")
                .put("SubscriberNumber", delivery.to().digits())
                .put("PhoneNumber", delivery.to().e164())
                .put("SerialNo", delivery.serialNo())
                .put("ReportStatus", "SUCCESS")
                .put("Description", "DELIVRD")
                .put("SessionContext", delivery.sessionContext());
    }
}
