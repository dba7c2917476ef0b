package io.realname.provider.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.realname.mobile.MobileNumber;
import io.realname.mobile.NoticeSender;
import io.realname.mobile.SmsResult;
import io.realname.mobile.SmsSender;
import io.realname.provider.WireWord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends codes and notices with {@code SendSms} and finds them again with {@code PullSmsSendStatusByPhoneNumber}. The id
 * of the challenge is sent as the {@code SessionContext}. Logs the provider's codes, never a mobile number or one of
 * our codes.
 */
final class TencentSmsSender implements SmsSender, NoticeSender {

    private static final Logger log = LoggerFactory.getLogger(TencentSmsSender.class);

    private static final String SEND = "SendSms";
    private static final String PULL = "PullSmsSendStatusByPhoneNumber";
    /** The number of entries on the longest page that the API gives. */
    private static final int PAGE = 100;
    /**
     * Nobody gets a thousand codes. Without this limit, a provider that ignores the offset would keep us in an endless
     * loop.
     */
    private static final int MOST_PAGES = 10;
    /** How far the provider's clock may be behind ours; the API itself allows this much. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final TencentApi sms;
    private final TencentProperties.Sms settings;
    private final CircuitBreaker breaker;
    private final Clock clock;

    TencentSmsSender(TencentApi sms, TencentProperties.Sms settings, CircuitBreaker breaker, Clock clock) {
        this.sms = sms;
        this.settings = settings;
        this.breaker = breaker;
        this.clock = clock;
    }

    @Override
    public SmsResult send(MobileNumber to, String code, Duration validity, UUID challenge) {
        return send(to, settings.templateId(), List.of(code, Long.toString(validity.toMinutes())), challenge);
    }

    @Override
    public SmsResult tellHolder(MobileNumber to, String maskedAccount, Duration period, UUID notice) {
        return send(to, settings.holderTemplateId(), List.of(maskedAccount, PeriodInWords.of(period)), notice);
    }

    private SmsResult send(MobileNumber to, @Nullable String template, List<String> parameters, UUID message) {
        ObjectNode request = TencentApi.request()
                .put("SmsSdkAppId", settings.appId())
                .put("TemplateId", template)
                .put("SignName", settings.signName())
                .put("SessionContext", message.toString());
        request.putArray("PhoneNumberSet").add(to.e164());
        ArrayNode words = request.putArray("TemplateParamSet");
        parameters.forEach(words::add);
        SmsResult result = meaning(call(SEND, request), to, message);
        if (!(result instanceof SmsResult.Accepted)) {
            log.warn("{}: {}", SEND, result);
        }
        return result;
    }

    @Override
    public Optional<String> lookUp(MobileNumber to, UUID challenge, Instant since) {
        ObjectNode request = TencentApi.request()
                .put("SmsSdkAppId", settings.appId())
                .put("PhoneNumber", to.e164())
                .put("BeginTime", since.minus(SKEW).getEpochSecond())
                .put("EndTime", clock.instant().getEpochSecond())
                .put("Limit", PAGE);
        for (int page = 0; page < MOST_PAGES; page++) {
            TencentReply reply = call(PULL, request.put("Offset", page * PAGE));
            if (!(reply instanceof TencentReply.Answered answered)) {
                log.warn("{}: {}", PULL, reply);
                return Optional.empty();
            }
            JsonNode items = answered.response().path("PullSmsSendStatusSet");
            for (JsonNode item : items) {
                if (item.path("SessionContext").asText("").equals(challenge.toString())) {
                    return Optional.of(item.path("SerialNo").asText(""));
                }
            }
            if (items.size() < PAGE) {
                break;
            }
        }
        return Optional.empty();
    }

    private TencentReply call(String action, ObjectNode request) {
        try {
            return breaker.executeSupplier(() -> sms.call(action, request));
        } catch (CallNotPermittedException e) {
            return new TencentReply.NotProcessed("circuit breaker open");
        }
    }

    private static SmsResult meaning(TencentReply reply, MobileNumber to, UUID challenge) {
        if (reply instanceof TencentReply.Answered answered) {
            return ofItems(answered.response().path("SendStatusSet"), to, challenge);
        }
        if (reply instanceof TencentReply.Refused refused) {
            return SmsCodes.meaning(refused.errorCode());
        }
        if (reply instanceof TencentReply.NotProcessed notProcessed) {
            return new SmsResult.NotSent(notProcessed.reason());
        }
        return new SmsResult.Unavailable(((TencentReply.Lost) reply).reason());
    }

    // If the request was carried out, the message may still have failed: each message has its own code. We send one
    // message, so the answer must have exactly one item, and that item must be ours. Anything else answers another
    // request.
    private static SmsResult ofItems(JsonNode items, MobileNumber to, UUID challenge) {
        for (JsonNode item : items) {
            if (!item.path("PhoneNumber").asText("").equals(to.e164())
                    || !item.path("SessionContext").asText("").equals(challenge.toString())) {
                return new SmsResult.Unavailable("an item of the answer is not ours");
            }
        }
        if (items.size() != 1) {
            return new SmsResult.Unavailable(items.size() + " items answered, not 1");
        }
        JsonNode item = items.path(0);
        String code = WireWord.of(item.path("Code").asText(""));
        return code.equals("Ok") ? new SmsResult.Accepted(item.path("SerialNo").asText("")) : SmsCodes.meaning(code);
    }
}
