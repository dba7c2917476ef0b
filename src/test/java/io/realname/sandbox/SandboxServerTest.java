package io.realname.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.realname.people.TestEnterprises;
import io.realname.sandbox.jdcloud.JdCloudDoor;
import io.realname.sandbox.jdcloud.Jdcloud2Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the sandbox as its users call it: over HTTP, as with curl, or with the vendor's SDK. */
class SandboxServerTest {

    private static final String FACEID = "2018-03-01";
    private static final String SMS = "2021-01-11";

    private final SandboxServer sandbox = SandboxServer.start(SandboxSettings.of("ak", "sk"));
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void tellsWhatIsThere() throws Exception {
        HttpResponse<String> help = http("GET", "/");

        assertThat(help.statusCode()).isEqualTo(200);
        assertThat(help.body())
                .contains(
                        "/inbox/{mobile}",
                        "/transfers/{account}",
                        "/ledger",
                        "/repair/",
                        "0003",
                        "0006",
                        "company:check");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/nothing,404",
        "PUT,/,404",
        "POST,/ledger,405",
        "DELETE,/inbox/138,405",
        "POST,/transfers/31,405",
        "GET,/v1/company:check,405",
        "GET,/reset,405"
    })
    void refusesWhatIsNotThere(String method, String path, int status) throws Exception {
        assertThat(http(method, path).statusCode()).isEqualTo(status);
    }

    @Test
    void showsTheInboxNewestFirst() throws Exception {
        sms("+8613800138000", "111111");
        sms("+8613800138000", "222222");
        sms("+8613900139000", "333333");

        JsonNode inbox = json("/inbox/13800138000");

        assertThat(inbox).hasSize(2);
        assertThat(inbox.path(0).path("code").asText()).isEqualTo("222222");
        assertThat(inbox.path(0).path("text").asText()).contains("222222").contains("实名");
        assertThat(Instant.parse(inbox.path(0).path("at").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(inbox.path(0)).hasSize(3);
        assertThat(inbox.path(1).path("code").asText()).isEqualTo("111111");
        assertThat(json("/inbox/13700137000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "8613800138000", "+8613800138000", "%2B8613800138000", "138-0013-8000"})
    void knowsANumberInEveryForm(String mobile) throws Exception {
        sms("+8613800138000", "111111");

        assertThat(json("/inbox/" + mobile)).hasSize(1);
    }

    @Test
    void showsTheLedger() throws Exception {
        bankCheck("13800138000");
        sms("+8613800138000", "111111");
        sms("+8613800130005", "111111");
        sandbox.script().answerNext("-18");
        bankCheck("13800138000");

        JsonNode ledger = json("/ledger");

        assertThat(ledger).hasSize(2);
        assertThat(ledger.path(0).path("action").asText()).isEqualTo("BankCard4EVerification");
        assertThat(ledger.path(0).path("requestId").asText()).hasSize(36);
        assertThat(Instant.parse(ledger.path(0).path("at").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(ledger.path(0)).hasSize(3);
        assertThat(ledger.path(1).path("action").asText()).isEqualTo("SendSms");
    }

    @Test
    void showsTransfersNewestFirst() throws Exception {
        String account = TestEnterprises.corporateAccount(1);
        String first = transfer(account);
        String second = transfer(account);

        JsonNode transfers = json("/transfers/" + account);

        assertThat(transfers).hasSize(2);
        assertThat(transfers.path(0)).hasSize(3);
        assertThat(second).contains(transfers.path(0).path("orderNumber").asText());
        assertThat(first).contains(transfers.path(1).path("orderNumber").asText());
        assertThat(transfers.path(0).path("amount").asText())
                .matches("0\\.[0-9]{2}")
                .isNotEqualTo("0.00");
        assertThat(Instant.parse(transfers.path(0).path("at").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(json("/transfers/" + TestEnterprises.corporateAccount(2))).isEmpty();
        assertThat(sandbox.transfers().to(account)).hasSize(2);
        assertThat(json("/ledger")).hasSize(2);
    }

    @Test
    void isRepairedAndBrokenAgainByCurl() throws Exception {
        assertThatThrownBy(() -> bankCheck("13800130004")).isInstanceOf(TencentCloudSDKException.class);

        assertThat(http("POST", "/repair/0004").statusCode()).isEqualTo(204);
        assertThat(bankCheck("13800130004")).contains("\"Result\":\"0\"");

        assertThat(http("DELETE", "/repair/0004").statusCode()).isEqualTo(204);
        assertThatThrownBy(() -> bankCheck("13800130004")).isInstanceOf(TencentCloudSDKException.class);
    }

    @Test
    void forgetsEverythingWhenItIsReset() throws Exception {
        bankCheck("13800138000");
        sms("+8613800138000", "111111");
        transfer(TestEnterprises.corporateAccount(1));
        sandbox.repair("0004");
        sandbox.script().answerNext("-1");

        assertThat(http("POST", "/reset").statusCode()).isEqualTo(204);

        assertThat(json("/ledger")).isEmpty();
        assertThat(json("/inbox/13800138000")).isEmpty();
        assertThat(json("/transfers/" + TestEnterprises.corporateAccount(1))).isEmpty();
        assertThat(sandbox.calls().total()).isZero();
        assertThatThrownBy(() -> bankCheck("13800130004")).isInstanceOf(TencentCloudSDKException.class);
        assertThat(bankCheck("13800138000")).contains("\"Result\":\"0\"");
    }

    @ParameterizedTest
    @CsvSource({
        "BankCard4EVerification,2021-01-11,NoSuchVersion",
        "SendSms,2018-03-01,NoSuchVersion",
        "BankCardVerification,2018-03-01,InvalidAction",
        "SendSms,2021-01-11,MissingParameter",
        "BankCard4EVerification,2018-03-01,MissingParameter",
        "VerifyBizLicenseEnterprise4,2018-11-19,MissingParameter",
        "VerifyBizLicenseEnterprise4,2018-03-01,NoSuchVersion",
    })
    void refusesWhatTheApiWouldRefuse(String action, String version, String code) {
        assertThatThrownBy(() -> sdk(version).call(action, "{}"))
                .isInstanceOfSatisfying(
                        TencentCloudSDKException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(code));
    }

    @Test
    void refusesUnsignedRequestsWithStatus200() throws Exception {
        HttpResponse<String> answer = http("POST", "/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("AuthFailure.InvalidAuthorization", "RequestId");
    }

    @Test
    void refusesUnsignedPaymentsWithStatus401() throws Exception {
        HttpResponse<String> answer = http("POST", "/v1/company%3Atransfer");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("UNAUTHENTICATED", "requestId");
        assertThat(json("/ledger")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"company:transfer,400", "company:check,400", "company:pay,404"})
    void refusesWhatCloudauthWouldRefuse(String action, int status) throws Exception {
        assertThat(jdCloud(action, "{}").statusCode()).isEqualTo(status);
    }

    @Test
    void wantsARegionForSms() {
        assertThatThrownBy(() -> sdk(SMS, "").call("SendSms", "{}"))
                .isInstanceOfSatisfying(
                        TencentCloudSDKException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo("MissingParameter"));
    }

    @Test
    void runsTwiceAtATime() {
        try (SandboxServer second = SandboxServer.start(SandboxSettings.of("ak", "sk"))) {
            assertThat(second.port()).isNotEqualTo(sandbox.port());
        }
    }

    @Test
    void refusesANumberThatIsNone() throws Exception {
        assertThat(sms("+8620", "111111")).contains("InvalidParameterValue.IncorrectPhoneNumber");
        assertThat(json("/ledger")).isEmpty();
    }

    private String bankCheck(String phone) throws TencentCloudSDKException {
        return sdk(FACEID)
                .call(
                        "BankCard4EVerification",
                        "{\"Name\":\"张三\",\"BankCard\":\"6222020000000000000\",\"Phone\":\"%s\",".formatted(phone)
                                + "\"IdCard\":\"11010519491231002X\",\"CertType\":0}");
    }

    private String sms(String phone, String code) throws TencentCloudSDKException {
        return sdk(SMS).call(
                        "SendSms",
                        ("{\"PhoneNumberSet\":[\"%s\"],\"SmsSdkAppId\":\"1\",\"TemplateId\":\"2\",\"SignName\":\"实名\","
                                        + "\"TemplateParamSet\":[\"%s\",\"5\"],\"SessionContext\":\"c\"}")
                                .formatted(phone, code));
    }

    private String transfer(String account) throws Exception {
        HttpResponse<String> answer = jdCloud(
                "company:transfer",
                ("{\"accountInfo\":{\"orgName\":\"%s\",\"bankCardNum\":\"%s\",\"bankName\":\"中国工商银行\","
                                + "\"branchBankName\":\"上海市分行\"}}")
                        .formatted(TestEnterprises.name(1), account));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    // There is no SDK. The request is signed with the verifier's own code, which a test vector checks.
    private HttpResponse<String> jdCloud(String action, String body) throws Exception {
        String path = JdCloudDoor.PATH + action.replace(":", "%3A");
        String date = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        String scope = date.substring(0, 8) + "/jdcloud-api/cloudauth/jdcloud2_request";
        List<String> signed = List.of("content-type", "host", "x-jdcloud-date", "x-jdcloud-nonce");
        Headers headers = new Headers();
        headers.set("Content-Type", "application/json");
        headers.set("Host", sandbox.endpoint());
        headers.set("X-Jdcloud-Date", date);
        headers.set("X-Jdcloud-Nonce", "n-1");
        String signature = new Jdcloud2Signature("ak", "sk", Clock.systemUTC())
                .sign(path, new ApiRequest(headers, body.getBytes(StandardCharsets.UTF_8)), signed, scope);
        return browser.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                        .header("Content-Type", "application/json")
                        .header("X-Jdcloud-Date", date)
                        .header("X-Jdcloud-Nonce", "n-1")
                        .header(
                                "Authorization",
                                "JDCLOUD2-HMAC-SHA256 Credential=ak/" + scope + ", SignedHeaders="
                                        + String.join(";", signed) + ", Signature=" + signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private CommonClient sdk(String version) {
        return sdk(version, "ap-guangzhou");
    }

    private CommonClient sdk(String version, String region) {
        HttpProfile profile = new HttpProfile();
        profile.setProtocol("http://");
        profile.setEndpoint(sandbox.endpoint());
        return new CommonClient(
                sandbox.endpoint(),
                version,
                new Credential("ak", "sk"),
                region,
                new ClientProfile(ClientProfile.SIGN_TC3_256, profile));
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = http("GET", path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private HttpResponse<String> http(String method, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
