package io.realname.evidence.file;

/** Limits of sent and kept files. The API documents these numbers to clients, so they are not configurable. */
public final class EvidenceLimits {

    /** Bytes of one sent file: 5 MiB. */
    public static final int FILE_BYTES = 5 * 1024 * 1024;

    /**
     * Files of the kind {@code OTHER}. With one file of each other kind, a person can have ten files and an enterprise
     * twelve; superseded files do not count.
     */
    public static final int OTHERS = 6;

    /** Files that one application can get in its life, superseded files included. */
    public static final int FILES_EVER = 40;

    /** Pages of a PDF. */
    public static final int PDF_PAGES = 20;

    /** Pixels along either side of a picture. */
    public static final int SIDE = 12_000;

    /** Pixels of a picture in all: enough for phone cameras of 50 and 64 megapixels. */
    public static final long PIXELS = 65_000_000;

    /** Minimum of pixels along the shorter side: in a smaller picture even the name on a document is not readable. */
    public static final int SHORTEST_SIDE = 100;

    /** Pixels along the longer side of a kept picture. */
    public static final int KEPT_SIDE = 2_400;

    /** Bytes of a kept file. A page of pure noise takes 3 MB. */
    public static final int KEPT_BYTES = 24 * 1024 * 1024;

    private EvidenceLimits() {}
}
