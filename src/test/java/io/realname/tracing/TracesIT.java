package io.realname.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.OtherSettings;
import io.realname.app.Walk;
import io.realname.tracing.CollectorBeside.Collector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One trace leads from a client's request over the jobs to the providers, in the protocol that collectors speak. */
@OtherSettings
class TracesIT {

    private static final Applicant APPLICANT = Applicant.number(9649);
    private static final String STARTING = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CODE = "0af7651916cd43dd8448eb211c80319c";

    /** A span in OTLP's protobuf: its trace (field 1, 16 bytes), then its own id (field 2, 8 bytes). */
    private static final Pattern SPAN = Pattern.compile("0a10([0-9a-f]{32})1208[0-9a-f]{16}");

    @Autowired
    private Walk walk;

    @Autowired
    private Collector collector;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void leadsFromTheRequestOverTheJobToTheProvider() {
        walk.known(APPLICANT);
        String id = traced(STARTING)
                .post("/api/v1/verifications", APPLICANT.application())
                .at("/id");
        String code = walk.awaitedCode(id, APPLICANT);
        assertThat(traced(CODE)
                        .post("/api/v1/verifications/" + id + "/mobile-code", "{\"code\":\"" + code + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(spansOf(STARTING)).contains("http post /api/v1/verifications", "SendMobileCode", "SendSms");
            assertThat(spansOf(CODE))
                    .contains(
                            "http post /api/v1/verifications/{id}/mobile-code",
                            "CheckBankCard",
                            "BankCard4EVerification",
                            "BindIdentity");
        });
        String all = String.join("", collector.all());
        assertThat(Stream.of(
                                APPLICANT.pan(),
                                APPLICANT.mobile(),
                                APPLICANT.residentId(),
                                APPLICANT.name(),
                                code,
                                APPLICANT.account())
                        .map(TracesIT::hex))
                .as("nothing personal")
                .noneMatch(all::contains);
        assertThat(SPAN.matcher(all).results().map(span -> span.group(1)))
                .as("what nobody wants recorded")
                .containsOnly(STARTING, CODE);
    }

    @Test
    void whatIsNotRecordedIsNotStored() {
        Applicant applicant = walk.known(Applicant.number(9648));
        String id = walk.started(walk.typed(), applicant);

        assertThat(jdbc.sql("select count(traceparent) from application where id = ?::uuid")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Client traced(String trace) {
        return walk.mall().with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    }

    /** What stands in the spans of a trace, as text: names, kinds, attributes. */
    private String spansOf(String trace) {
        StringBuilder text = new StringBuilder();
        for (String body : collector.all()) {
            List<Integer> starts =
                    SPAN.matcher(body).results().map(found -> found.start()).toList();
            for (int i = 0; i < starts.size(); i++) {
                int end = i + 1 < starts.size() ? starts.get(i + 1) : body.length();
                String one = body.substring(starts.get(i), end);
                if (one.startsWith("0a10" + trace)) {
                    byte[] bytes = HexFormat.of().parseHex(one);
                    text.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
