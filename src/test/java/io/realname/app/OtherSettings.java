package io.realname.app;

import io.realname.dev.ScannerBeside;
import io.realname.dev.StorageBeside;
import io.realname.tracing.CollectorBeside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole app with settings under which most tests would fail. An app takes seconds to start, so all tests that need
 * such settings share one. Each test lists its settings here, and does not depend on those of the others.
 * EvidenceInS3IT needs the storage, BearerTokenIT the issuer, TracesIT the collector.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealnameTest
@Import(TokenIssuer.class)
// Only the nearest of these annotations counts, so it repeats the initializers of RealnameTest.
@ContextConfiguration(
        initializers = {TestSandbox.class, ScannerBeside.class, StorageBeside.class, CollectorBeside.class})
@TestPropertySource(
        properties = {
            // UploadPlacesIT
            "realname.uploads.places=1",
            "realname.uploads.patience=100ms",
            "realname.uploads.time=5s",
            // SameSourceRaceIT
            "realname.mobile-code.per-hour=100",
            "realname.mobile-code.per-day=200",
            // A try counts as wrong until it was compared, so fifty right tries at once are wrong for a moment.
            "realname.mobile-code.free-wrong-tries=99"
        })
public @interface OtherSettings {}
