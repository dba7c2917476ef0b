package io.realname.evidence.picture;

import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes a JPEG apart into its segments (ITU-T T.81) and keeps those that its pixels need. */
final class JpegEssentials {

    /**
     * Cameras write one scan, progressive JPEGs have about ten. Thousands of scans take minutes, even in a small file.
     */
    private static final int MOST_SCANS = 100;

    /** Returned instead of a marker at the end of the file. */
    private static final int NONE = -1;

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ADOBE = 0xEE;

    private static final int BYTES_IN_COLOURS = 3;

    /** The four inks of CMYK and, beside them, the colours that they are converted to. */
    private static final int BYTES_IN_INKS = 8;

    private static final byte[] JFIF_NAME = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE_NAME = "Adobe".getBytes(StandardCharsets.US_ASCII);

    /** A complete JFIF segment without a thumbnail. */
    private static final byte[] BARE_JFIF = {
        (byte) 0xFF, (byte) JFIF, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /** The part of Adobe's segment that defines the colour encoding: name, version, flags and transform. */
    private static final int ADOBE_BYTES = 12;

    private final ByteBuffer in;
    private final ByteArrayOutputStream out;
    private final JpegCoverage coverage = new JpegCoverage();
    private int width;
    private int height;
    private int bytesOfAPixel;
    private int scans;
    private byte @Nullable [] exif;

    private JpegEssentials(byte[] content) {
        this.in = ByteBuffer.wrap(content);
        this.out = new ByteArrayOutputStream(content.length);
    }

    /**
     * Reads a JPEG file. Some cameras and editors write no EOI marker at the end: if no scan is missing, this adds the
     * marker. Only the decoder can find out whether the last scan is complete. Bytes behind the marker are left out.
     *
     * @throws FileRefusedException {@code FILE_CORRUPT} if the segments cannot be separated, scans are missing, or
     *     there are too many of them
     */
    static Essentials of(byte[] content) throws FileRefusedException {
        JpegEssentials jpeg = new JpegEssentials(content);
        return jpeg.read();
    }

    private Essentials read() throws FileRefusedException {
        if (in.remaining() < 2 || unsigned(in.getShort()) != (0xFF00 | START)) {
            throw corrupt();
        }
        writeMarker(START);
        int marker = nextMarker();
        while (marker != END && marker != NONE) {
            if (hasSegment(marker)) {
                segment(marker, in.position(), segmentLength());
            }
            marker = nextMarker();
        }
        writeMarker(END);
        if (scans == 0 || marker == NONE && !coverage.isWhole()) {
            throw corrupt();
        }
        return new Essentials(out.toByteArray(), width, height, bytesOfAPixel, exif);
    }

    private void segment(int marker, int start, int length) throws FileRefusedException {
        in.position(start + 2 + length);
        if (isFrame(marker)) {
            frame(start + 2, length);
            coverage.frame(marker, in.slice(start + 2, length));
        }
        if (isNeeded(marker)) {
            writeMarker(marker);
            out.write(in.array(), start, 2 + length);
        } else if (marker == JFIF && begins(JFIF_NAME, start + 2, length)) {
            out.writeBytes(BARE_JFIF);
        } else if (marker == ADOBE && length >= ADOBE_BYTES && begins(ADOBE_NAME, start + 2, length)) {
            writeMarker(marker);
            out.write(0);
            out.write(2 + ADOBE_BYTES);
            out.write(in.array(), start + 2, ADOBE_BYTES);
        } else if (marker == EXIF && exif == null && begins(EXIF_NAME, start + 2, length)) {
            exif = Arrays.copyOfRange(in.array(), start + 2 + EXIF_NAME.length, start + 2 + length);
        }
        if (marker == SCAN) {
            coverage.scan(in.slice(start + 2, length));
            scan();
        }
    }

    private void frame(int at, int length) throws FileRefusedException {
        if (width != 0 || length < 6) {
            throw corrupt();
        }
        height = unsigned(in.getShort(at + 1));
        width = unsigned(in.getShort(at + 3));
        bytesOfAPixel = in.get(at + 5) > 3 ? BYTES_IN_INKS : BYTES_IN_COLOURS;
        if (width == 0 || height == 0) {
            throw corrupt();
        }
    }

    /** Copies the data of a scan up to the next marker that does not belong to the scan. */
    private void scan() throws FileRefusedException {
        if (width == 0 || ++scans > MOST_SCANS) {
            throw corrupt();
        }
        int start = in.position();
        while (in.remaining() >= 2) {
            if (in.get() == (byte) 0xFF && !belongsToScan(in.get(in.position()))) {
                in.position(in.position() - 1);
                out.write(in.array(), start, in.position() - start);
                return;
            }
        }
        boolean endsWithinMarker = in.hasRemaining() && in.get(in.limit() - 1) == (byte) 0xFF;
        in.position(in.limit());
        out.write(in.array(), start, in.limit() - start - (endsWithinMarker ? 1 : 0));
    }

    /** Whether this byte after a 0xFF stands for an escaped 0xFF, a restart marker, or filling before a marker. */
    private static boolean belongsToScan(byte afterFF) {
        int code = afterFF & 0xFF;
        return code == 0 || code >= 0xD0 && code <= 0xD7 || code == 0xFF;
    }

    /** Finds the next marker. Some cameras leave bytes between segments; this skips them, as decoders do. */
    private int nextMarker() {
        while (in.remaining() >= 2) {
            if (in.get() == (byte) 0xFF) {
                int code = in.get(in.position()) & 0xFF;
                if (code != 0 && code != 0xFF) {
                    in.get();
                    return code;
                }
            }
        }
        return NONE;
    }

    private int segmentLength() throws FileRefusedException {
        if (in.remaining() < 2) {
            throw corrupt();
        }
        int length = unsigned(in.getShort(in.position())) - 2;
        if (length < 0 || length > in.remaining() - 2) {
            throw corrupt();
        }
        return length;
    }

    private boolean begins(byte[] name, int at, int length) {
        return length >= name.length && Arrays.equals(in.array(), at, at + name.length, name, 0, name.length);
    }

    private void writeMarker(int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private static boolean hasSegment(int marker) throws FileRefusedException {
        if (marker == START) {
            throw corrupt();
        }
        return marker != 0x01 && !(marker >= 0xD0 && marker <= 0xD7);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** Frames, tables and scans. */
    private static boolean isNeeded(int marker) {
        return marker >= 0xC0 && marker <= 0xCF || marker >= SCAN && marker <= 0xDF;
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    private static FileRefusedException corrupt() {
        return new FileRefusedException(FileProblem.FILE_CORRUPT);
    }
}
