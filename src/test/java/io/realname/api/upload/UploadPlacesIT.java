package io.realname.api.upload;

import static io.realname.doors.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Multipart;
import io.realname.app.OtherSettings;
import io.realname.app.Photo;
import io.realname.app.Walk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is held of uploads at once has a bound, and nobody stays in the way of others. */
@OtherSettings
class UploadPlacesIT {

    private static final String APPEALS = "/api/v1/appeals";
    private static final String EVIDENCE = APPEALS + "/0198a9f0-0000-7000-8000-000000000000/evidence";
    private static final Multipart PICTURE = Multipart.empty().file("documentFront", Photo.jpeg(1));

    @Autowired
    private Walk walk;

    /** A byte now and then is no silence to the container. */
    @Test
    void whoSendsTooSlowlyHoldsAPlaceForATimeOnly() throws IOException {
        ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), walk.port())) {
            send(slow, head(APPEALS));
            drops.scheduleWithFixedDelay(() -> send(slow, "."), 0, 50, TimeUnit.MILLISECONDS);

            await().until(() -> walk.mall().upload(EVIDENCE, PICTURE).status() == 503);
            Reply refused = walk.mall().speaking("zh-CN").upload(EVIDENCE, PICTURE);
            assertProblem(refused, 503, "SERVICE_UNAVAILABLE");
            assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
            assertThat(refused.at("/detail")).matches(".*\\p{IsHan}.*");
            // What has no files needs no place.
            assertProblem(walk.mall().post("/api/v1/verifications", "{}"), 422, "INVALID_APPLICATION");

            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("\"REQUEST_TIMEOUT\"");
            assertProblem(walk.mall().upload(EVIDENCE, PICTURE), 404, "NOT_FOUND");
        } finally {
            drops.shutdownNow();
        }
    }

    /** Whoever is refused, for whatever reason, leaves the place to the next. */
    @Test
    void eachPlaceIsGivenBack() {
        for (int i = 0; i < 3; i++) {
            assertProblem(walk.mall().upload(EVIDENCE, PICTURE), 404, "NOT_FOUND");
            assertProblem(walk.mall().upload(APPEALS, Multipart.empty()), 400, "MALFORMED_REQUEST");
            assertProblem(
                    walk.mall().upload(APPEALS, PICTURE, Map.of("Content-Type", "multipart/form-data")),
                    400,
                    "MALFORMED_REQUEST");
        }
    }

    /** Spring would read it into memory first and look for somebody who takes it afterwards. */
    @Test
    void formsWithFilesAreTakenOnlyWhereFilesAreExpected() {
        Client anybody = Client.nobody(walk.port());

        assertProblem(walk.mall().upload("/api/v1/verifications", PICTURE), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(walk.mall().upload("/api/v1/elsewhere", PICTURE), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(anybody.upload("/swagger-ui.html", PICTURE), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(anybody.upload(APPEALS, PICTURE), 401, "UNAUTHORIZED");
    }

    private static String head(String path) {
        String mall = Base64.getEncoder().encodeToString("mall:mall-secret".getBytes(US_ASCII));
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + mall
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"documentFront\"; filename=\"f\"\r\n\r\n";
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
