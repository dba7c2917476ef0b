package io.realname.evidence.file;

/** What is taken at most. Clients are told these numbers, so they are no settings. */
public final class EvidenceLimits {

    /** Bytes of one file as it is sent: 5 MiB. */
    public static final int FILE_BYTES = 5 * 1024 * 1024;

    /**
     * Files that are of the kind {@code OTHER}. With one of each kind that a person gives these are ten in all, and with those
     * of an enterprise twelve; what newer ones have superseded does not count.
     */
    public static final int OTHERS = 6;

    /** Files that one application takes in its life, those that newer ones have superseded included. */
    public static final int FILES_EVER = 40;

    /** Pages of a PDF. */
    public static final int PDF_PAGES = 20;

    /** Pixels along either side of a picture. */
    public static final int SIDE = 12_000;

    /** Pixels of a picture in all: what the 50 and 64 megapixels of a phone come to. */
    public static final long PIXELS = 65_000_000;

    /** Pixels along the shorter side, at least: below it not even the name on a document can be read. */
    public static final int SHORTEST_SIDE = 100;

    /** Pixels along the longer side of a picture that is kept. */
    public static final int KEPT_SIDE = 2_400;

    /** Bytes of a file that is kept. A page of pure noise takes 3 MB. */
    public static final int KEPT_BYTES = 24 * 1024 * 1024;

    private EvidenceLimits() {}
}
