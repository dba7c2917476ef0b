package io.realname.evidence.picture;

import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Splits a PNG into its chunks and keeps the chunks that its pixels need. */
final class PngEssentials {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER_BYTES = 13;
    private static final int AROUND_DATA = 12;

    /** The complete IEND chunk. */
    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};

    /** The critical chunks, and the transparency, which a palette may need. */
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final ByteBuffer in;
    private final ByteArrayOutputStream out;
    private int width;
    private int height;
    private int bytesOfAPixel;
    private boolean hasPixels;
    private byte @Nullable [] exif;

    private PngEssentials(byte[] content) {
        this.in = ByteBuffer.wrap(content);
        this.out = new ByteArrayOutputStream(content.length);
    }

    /**
     * Reads a PNG file. If the file ends behind its IDAT chunks, without IEND, this adds IEND. Only the decoder can
     * find out whether all pixels are there.
     *
     * @throws FileRefusedException {@code FILE_CORRUPT} if the file ends within a chunk, or the checksum of a needed
     *     chunk is wrong
     */
    static Essentials of(byte[] content) throws FileRefusedException {
        return new PngEssentials(content).read();
    }

    private Essentials read() throws FileRefusedException {
        if (in.remaining() < Long.BYTES || in.getLong() != SIGNATURE) {
            throw corrupt();
        }
        out.write(in.array(), 0, Long.BYTES);
        String name = "";
        while (!name.equals("IEND") && !(hasPixels && in.remaining() < AROUND_DATA)) {
            boolean first = name.isEmpty();
            int start = in.position();
            int length = chunkLength();
            name = new String(in.array(), start + 4, 4, StandardCharsets.US_ASCII);
            if (first != name.equals("IHDR")) {
                throw corrupt();
            }
            chunk(name, start, length);
            in.position(start + AROUND_DATA + length);
        }
        if (!hasPixels) {
            throw corrupt();
        }
        if (!name.equals("IEND")) {
            out.writeBytes(END);
        }
        return new Essentials(out.toByteArray(), width, height, bytesOfAPixel, exif);
    }

    private void chunk(String name, int start, int length) throws FileRefusedException {
        if (NEEDED.contains(name)) {
            requireUnaltered(start, length);
            out.write(in.array(), start, AROUND_DATA + length);
        } else if (Character.isUpperCase(name.charAt(0))) {
            throw corrupt();
        }
        switch (name) {
            case "IHDR" -> header(start + 8, length);
            case "IDAT" -> hasPixels = true;
            case "eXIf" -> exif = Arrays.copyOfRange(in.array(), start + 8, start + 8 + length);
            default -> {
                // Copied or left out above.
            }
        }
    }

    private void header(int at, int length) throws FileRefusedException {
        if (length != HEADER_BYTES) {
            throw corrupt();
        }
        width = in.getInt(at);
        height = in.getInt(at + 4);
        // Three colours and alpha.
        bytesOfAPixel = in.get(at + 8) == Short.SIZE ? 4 * Short.BYTES : 4;
        if (width <= 0 || height <= 0) {
            throw corrupt();
        }
    }

    private int chunkLength() throws FileRefusedException {
        if (in.remaining() < AROUND_DATA) {
            throw corrupt();
        }
        int length = in.getInt(in.position());
        if (length < 0 || length > in.remaining() - AROUND_DATA) {
            throw corrupt();
        }
        return length;
    }

    private void requireUnaltered(int start, int length) throws FileRefusedException {
        CRC32 crc = new CRC32();
        crc.update(in.array(), start + 4, 4 + length);
        if ((int) crc.getValue() != in.getInt(start + 8 + length)) {
            throw corrupt();
        }
    }

    private static FileRefusedException corrupt() {
        return new FileRefusedException(FileProblem.FILE_CORRUPT);
    }
}
