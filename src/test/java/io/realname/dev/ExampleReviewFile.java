package io.realname.dev;

import io.realname.process.review.ReviewEvidence;
import io.realname.process.review.ReviewFile;
import io.realname.process.review.ReviewTask;
import io.realname.process.review.ReviewView;
import io.realname.process.review.ReviewView.Applicant;
import io.realname.process.review.ReviewView.CastVote;
import io.realname.process.review.ReviewView.EarlierAppeal;
import io.realname.process.review.ReviewView.Evidence;
import io.realname.process.review.ReviewView.Holder;
import io.realname.process.review.ReviewView.Matches;
import io.realname.process.review.ReviewView.Objection;
import io.realname.process.review.ReviewView.ReviewedApplication;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewReason;
import io.realname.review.ReviewStep;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One appeal that every task shows, as long as nothing fills the port. */
@TestConfiguration(proxyBeanMethods = false)
public class ExampleReviewFile {

    public static final UUID PICTURE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    public static final UUID DOCUMENT = UUID.fromString("00000000-0000-4000-8000-000000000002");
    public static final UUID OLD_PICTURE = UUID.fromString("00000000-0000-4000-8000-000000000003");

    @Bean
    @ConditionalOnMissingBean
    ReviewFile exampleReviewFile() {
        return new Example();
    }

    private static final class Example implements ReviewFile {

        private static final Instant FILED = Instant.parse("2026-11-20T08:30:00Z");

        @Override
        public ReviewedApplication summary(ReviewTask task) {
            return new ReviewedApplication(
                    task.application(), "APPEAL", "NOT_MY_OPERATION", "JD_MALL", FILED, 2, task.step());
        }

        @Override
        public ReviewView of(ReviewTask task, String reviewer) {
            return new ReviewView(
                    summary(task),
                    new Applicant(
                            "jd_lin",
                            "*斌",
                            "RESIDENT_ID",
                            "1****************X",
                            "138****8000",
                            "我没有用这个证件认证过 <b>j***n</b>，请解除绑定。\nI have never seen that account.",
                            true),
                    List.of(
                            holder("j***n", "JD_MALL", List.of("LOAN"), new Matches(true, true, false)),
                            holder("c***g", "JD_CLOUD", List.of(), new Matches(false, true, true))),
                    List.of(
                            new Evidence(PICTURE, "DOCUMENT_FRONT", "image/png", FILED, false),
                            new Evidence(OLD_PICTURE, "HOLDING_DOCUMENT", "image/png", FILED, true),
                            new Evidence(DOCUMENT, "OWNERSHIP_CERTIFICATE", "application/pdf", FILED, false)),
                    List.of(new CastVote(
                            1,
                            ReviewStep.FIRST,
                            "reviewer2",
                            ReviewDecision.ASK,
                            null,
                            "The photograph is blurred.",
                            "请重新上传手持证件照。",
                            FILED.plusSeconds(7200))),
                    List.of(new Objection("j***n", "It is my account.", FILED.plusSeconds(9000))),
                    List.of(new EarlierAppeal(
                            UUID.fromString("00000000-0000-4000-8000-000000000009"),
                            FILED.minusSeconds(8_640_000),
                            "NEVER_VERIFIED",
                            "APPEAL_REJECTED",
                            "DOCUMENT_UNREADABLE")),
                    List.of(ReviewReason.values()),
                    List.of(ReviewDecision.values()));
        }

        private static Holder holder(String account, String site, List<String> openBusiness, Matches matches) {
            return new Holder(
                    account,
                    site,
                    matches.realName() ? "*斌" : "*明",
                    "RESIDENT_ID",
                    "1****************X",
                    matches.mobile() ? "138****8000" : "139****9000",
                    "BANK_CARD",
                    FILED.minusSeconds(31_536_000),
                    openBusiness,
                    matches);
        }

        @Override
        public Optional<ReviewEvidence> evidence(ReviewTask task, UUID evidence, String reviewer) {
            if (evidence.equals(DOCUMENT)) {
                return Optional.of(
                        new ReviewEvidence("application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
            }
            return evidence.equals(PICTURE) || evidence.equals(OLD_PICTURE)
                    ? Optional.of(new ReviewEvidence("image/png", picture()))
                    : Optional.empty();
        }

        private static byte[] picture() {
            BufferedImage image = new BufferedImage(860, 540, BufferedImage.TYPE_INT_RGB);
            Graphics2D drawing = image.createGraphics();
            drawing.setColor(new Color(0xDCE9F5));
            drawing.fillRect(0, 0, 860, 540);
            drawing.setColor(new Color(0x1F5FBF));
            drawing.fillRect(580, 110, 210, 270);
            drawing.setColor(Color.DARK_GRAY);
            for (int line = 0; line < 6; line++) {
                drawing.fillRect(70, 110 + line * 50, line == 4 ? 250 : 400, 18);
            }
            drawing.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }
}
