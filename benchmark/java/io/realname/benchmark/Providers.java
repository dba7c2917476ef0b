package io.realname.benchmark;

import java.util.Map;

/** The settings with which an adapter calls the sandbox. */
final class Providers {

    private Providers() {}

    static Map<String, String> at(int sandboxPort) {
        String endpoint = "localhost:" + sandboxPort;
        return Map.ofEntries(
                Map.entry("REALNAME_TENCENT_SECRET_ID", "benchmark"),
                Map.entry("REALNAME_TENCENT_SECRET_KEY", "benchmark"),
                Map.entry("REALNAME_TENCENT_PROTOCOL", "http://"),
                Map.entry("REALNAME_TENCENT_SMS_APP_ID", "1400000000"),
                Map.entry("REALNAME_TENCENT_SMS_TEMPLATE_ID", "1"),
                Map.entry("REALNAME_TENCENT_SMS_HOLDER_TEMPLATE_ID", "2"),
                Map.entry("REALNAME_TENCENT_SMS_SIGN_NAME", "realname"),
                Map.entry("REALNAME_TENCENT_FACEID_ENDPOINT", endpoint),
                Map.entry("REALNAME_TENCENT_OCR_ENDPOINT", endpoint),
                Map.entry("REALNAME_TENCENT_SMS_ENDPOINT", endpoint),
                Map.entry("REALNAME_JDCLOUD_ACCESS_KEY", "benchmark"),
                Map.entry("REALNAME_JDCLOUD_SECRET_KEY", "benchmark"),
                Map.entry("REALNAME_JDCLOUD_ENDPOINT", "http://" + endpoint));
    }
}
