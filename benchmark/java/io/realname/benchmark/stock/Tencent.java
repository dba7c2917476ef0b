package io.realname.benchmark.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The provider's own client, with its own settings. */
@Profile(StockApplication.PROFILE)
@Component
class Tencent {

    private final ObjectMapper json;
    private final CommonClient sms;
    private final CommonClient faceid;

    Tencent(
            ObjectMapper json,
            @Value("${realname.tencent.secret-id}") String secretId,
            @Value("${realname.tencent.secret-key}") String secretKey,
            @Value("${realname.tencent.sms.endpoint}") String smsEndpoint,
            @Value("${realname.tencent.faceid.endpoint}") String faceidEndpoint) {
        this.json = json;
        Credential credential = new Credential(secretId, secretKey);
        this.sms = new CommonClient(smsEndpoint, "2021-01-11", credential, "ap-guangzhou", profile(smsEndpoint));
        this.faceid = new CommonClient(faceidEndpoint, "2018-03-01", credential, "", profile(faceidEndpoint));
    }

    private static ClientProfile profile(String endpoint) {
        HttpProfile http = new HttpProfile();
        http.setProtocol("http://");
        http.setEndpoint(endpoint);
        return new ClientProfile(ClientProfile.SIGN_TC3_256, http);
    }

    JsonNode sms(String action, Map<String, ?> request) {
        return call(sms, action, request);
    }

    JsonNode faceid(String action, Map<String, ?> request) {
        return call(faceid, action, request);
    }

    private JsonNode call(CommonClient client, String action, Map<String, ?> request) {
        try {
            return json.readTree(client.call(action, json.writeValueAsString(request)))
                    .path("Response");
        } catch (TencentCloudSDKException | JsonProcessingException e) {
            throw new IllegalStateException(action + " failed", e);
        }
    }
}
