package io.realname.provider.tencent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Tencent Cloud is reached, {@code realname.tencent.*}. What has no default is {@code null} until it is set, and a
 * blank value counts as not set; {@link #missing()} names it.
 *
 * @param secretId the SecretId of the API key, which may use FaceID, OCR (企业四要素核验) and SMS
 * @param secretKey the SecretKey of the API key
 * @param protocol {@code https://}, or {@code http://}, which is taken for endpoints on this machine only
 * @param faceidEndpoint host and, if need be, port of the service that checks bank cards
 * @param ocrEndpoint host and, if need be, port of the service that knows the register of licences
 * @param sms the SMS service
 * @param timeouts the limits of one call
 * @throws IllegalArgumentException if a value can't be right; the message never holds a secret
 */
@ConfigurationProperties("realname.tencent")
public record TencentProperties(
        @Nullable String secretId,
        @Nullable String secretKey,
        @DefaultValue("https://") String protocol,
        @DefaultValue("faceid.tencentcloudapi.com") String faceidEndpoint,
        @DefaultValue("ocr.tencentcloudapi.com") String ocrEndpoint,
        @DefaultValue Sms sms,
        @DefaultValue Timeouts timeouts) {

    private static final String PREFIX = "realname.tencent.";
    private static final Set<String> PROTOCOLS = Set.of("https://", "http://");
    private static final Pattern ENDPOINT = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?");
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?");

    public TencentProperties {
        secretId = blankToNull(secretId);
        secretKey = blankToNull(secretKey);
        if (!PROTOCOLS.contains(protocol)) {
            throw new IllegalArgumentException(PREFIX + "protocol must be https:// or http://");
        }
        requireEndpoint("faceid-endpoint", faceidEndpoint, protocol);
        requireEndpoint("ocr-endpoint", ocrEndpoint, protocol);
        requireEndpoint("sms.endpoint", sms.endpoint(), protocol);
    }

    /** The full names of required settings without a value, in a fixed order; empty if all have one. */
    public List<String> missing() {
        Map<String, @Nullable String> required = new LinkedHashMap<>();
        required.put("secret-id", secretId);
        required.put("secret-key", secretKey);
        required.put("sms.app-id", sms.appId());
        required.put("sms.template-id", sms.templateId());
        required.put("sms.holder-template-id", sms.holderTemplateId());
        required.put("sms.sign-name", sms.signName());
        return required.entrySet().stream()
                .filter(setting -> setting.getValue() == null)
                .map(setting -> PREFIX + setting.getKey())
                .toList();
    }

    /** Shows the addresses but not the access key. */
    @Override
    public String toString() {
        return "TencentProperties[protocol=%s, faceidEndpoint=%s, ocrEndpoint=%s, sms=%s, timeouts=%s]"
                .formatted(protocol, faceidEndpoint, ocrEndpoint, sms, timeouts);
    }

    private static void requireEndpoint(String name, String endpoint, String protocol) {
        if (!ENDPOINT.matcher(endpoint).matches()) {
            throw new IllegalArgumentException(PREFIX + name + " must be a host, or host:port");
        }
        if (protocol.equals("http://") && !THIS_MACHINE.matcher(endpoint).matches()) {
            throw new IllegalArgumentException(
                    PREFIX + name + " must be on this machine when the protocol is http://: personal data is sent");
        }
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /**
     * The SMS service.
     *
     * @param endpoint host and, if need be, port of the service that sends SMS
     * @param region which of the service's regions sends
     * @param appId the SdkAppId of the SMS application
     * @param templateId the id of the approved template with two parameters: the code, and the minutes it is valid
     * @param holderTemplateId the id of the approved template that tells the holder of an account of an appeal, with
     *     two parameters: the account, masked, and the time within which to object, with its unit ({@code 3天},
     *     {@code 12小时})
     * @param signName the approved signature that opens the text
     */
    public record Sms(
            @DefaultValue("sms.tencentcloudapi.com") String endpoint,
            @DefaultValue("ap-guangzhou") String region,
            @Nullable String appId,
            @Nullable String templateId,
            @Nullable String holderTemplateId,
            @Nullable String signName) {

        public Sms {
            appId = blankToNull(appId);
            templateId = blankToNull(templateId);
            holderTemplateId = blankToNull(holderTemplateId);
            signName = blankToNull(signName);
        }
    }

    /**
     * The limits of one call.
     *
     * @param connect how long until the connection stands, at least 1 ms
     * @param read how long the answer is awaited in silence, at least 1 ms
     * @param call how long one call may take as a whole, 1 ms to 20 s: the job that calls must end well within its lock
     */
    public record Timeouts(
            @DefaultValue("2s") Duration connect,
            @DefaultValue("8s") Duration read,
            @DefaultValue("10s") Duration call) {

        private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

        public Timeouts {
            requirePositive("connect", connect);
            requirePositive("read", read);
            requirePositive("call", call);
            if (call.compareTo(LONGEST_CALL) > 0) {
                throw new IllegalArgumentException(PREFIX + "timeouts.call must be 20 s at most");
            }
        }

        private static void requirePositive(String name, Duration timeout) {
            // Zero would mean "no limit" to the HTTP client.
            if (timeout.toMillis() <= 0) {
                throw new IllegalArgumentException(PREFIX + "timeouts." + name + " must be 1 ms at least");
            }
        }
    }
}
