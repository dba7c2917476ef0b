package io.realname.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.realname.app.Applicant;
import io.realname.app.Client;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox runs on its own, for a staging system. */
class SandboxJarIT {

    private static final Duration START = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void answersWhereItIsToldToListen() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process sandbox = start(Map.of(
                "SANDBOX_SECRET_ID", "id",
                "SANDBOX_SECRET_KEY", "a-secret-of-staging",
                "SANDBOX_PORT", Integer.toString(port),
                "SANDBOX_ADDRESS", "0.0.0.0"));
        try {
            await().atMost(START).until(() -> !sandbox.isAlive() || log().contains("Sandbox on"));

            assertThat(Client.nobody(port).get("/").response().body()).contains("BankCard4EVerification");
            assertThat(Client.nobody(port).get("/ledger").response().body()).isEqualTo("[]");
            assertThat(checkCard("localhost:" + port)).contains("\"Result\":\"0\"");
            assertThat(Client.nobody(port).get("/ledger").response().body()).contains("BankCard4EVerification");
            assertThat(log()).doesNotContain("a-secret-of-staging");
        } finally {
            sandbox.destroy();
            assertThat(sandbox.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void saysWhatItNeeds() throws Exception {
        for (Map<String, String> wrong : List.of(
                Map.<String, String>of(),
                Map.of("SANDBOX_SECRET_ID", "id"),
                Map.of("SANDBOX_SECRET_ID", "id", "SANDBOX_SECRET_KEY", "key", "SANDBOX_PORT", "ninety"))) {
            Process sandbox = start(wrong);

            assertThat(sandbox.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(sandbox.exitValue()).isEqualTo(2);
            assertThat(log()).contains("SANDBOX_SECRET_KEY", "REALNAME_JDCLOUD_ENDPOINT");
        }
    }

    /** With the provider's own library. */
    private static String checkCard(String endpoint) throws TencentCloudSDKException {
        HttpProfile profile = new HttpProfile();
        profile.setProtocol("http://");
        profile.setEndpoint(endpoint);
        Applicant applicant = Applicant.number(9720);
        return new CommonClient(
                        endpoint,
                        "2018-03-01",
                        new Credential("id", "a-secret-of-staging"),
                        "ap-guangzhou",
                        new ClientProfile(ClientProfile.SIGN_TC3_256, profile))
                .call("BankCard4EVerification", """
                        {"Name":"%s","BankCard":"%s","Phone":"%s","IdCard":"%s","CertType":0}""".formatted(
                                applicant.name(), applicant.pan(), applicant.mobile(), applicant.residentId()));
    }

    private Process start(Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(ImageLayout.JAVA);
        command.addAll(List.of("-jar", System.getProperty("realname.sandbox.jar")));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SANDBOX_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("log").toFile());
        return builder.start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
