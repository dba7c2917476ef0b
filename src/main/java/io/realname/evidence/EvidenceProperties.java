package io.realname.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How evidence is examined and kept, {@code realname.evidence.*}. The adapters of the scanner and of the object storage
 * have settings of their own for the addresses.
 *
 * @param scanner who scans what applicants send: a {@code clamd}, or nobody
 * @param store where the sealed files are: in the database, or in an object storage; set once, for files stay where
 *     they were put
 * @param retention how long files are kept after their application has ended; at least a day
 * @param decoders how many files are decoded at once, at least 1: a picture in up to 200 MB of the heap, a PDF in a
 *     process of its own with up to 512 MB beside it, a HEIC picture in one with up to 1 GB
 */
@ConfigurationProperties("realname.evidence")
public record EvidenceProperties(
        @DefaultValue("CLAMD") Scanner scanner,
        @DefaultValue("POSTGRES") Store store,
        @DefaultValue("90d") Duration retention,
        @DefaultValue("2") int decoders) {

    public EvidenceProperties {
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("realname.evidence.retention: at least a day");
        }
        if (decoders < 1) {
            throw new IllegalArgumentException("realname.evidence.decoders: at least 1");
        }
    }

    /** The malware scanner in use. */
    public enum Scanner {
        CLAMD,
        NONE
    }

    /** Where sealed contents are kept. */
    public enum Store {
        POSTGRES,
        S3
    }
}
