package io.realname.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Pictures that somebody made with ill will. */
public final class Hostile {

    private Hostile() {}

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] cut(byte[] file, double share) {
        return Arrays.copyOf(file, (int) (file.length * share));
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With a segment right after the start of a JPEG. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) ((data.length + 2) >> 8), (byte) (data.length + 2)};
        return join(Arrays.copyOf(jpeg, 2), head, data, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** With a chunk right behind the header of a PNG. */
    public static byte[] withChunk(byte[] png, String name, byte[] data) {
        int header = 8 + 25;
        return join(Arrays.copyOf(png, header), chunk(name, data), Arrays.copyOfRange(png, header, png.length));
    }

    /** A grey PNG of any size whose rows are all black: a thousandth of its pixels in bytes. */
    public static byte[] blackPng(int width, int height) {
        return png(width, height, 0, height, new byte[0]);
    }

    /** A PNG with a header of one size and pixels of no rows at all. */
    public static byte[] emptyPng(int width, int height) {
        return png(width, height, 0, 0, new byte[0]);
    }

    /** With a palette; what stands before it is read by decoders that skip it elsewhere. */
    public static byte[] palettePng(int width, int height, byte[] chunksBefore) {
        return png(width, height, 3, height, join(chunksBefore, chunk("PLTE", new byte[] {0, 0, 0, -1, -1, -1})));
    }

    public static byte[] chunk(String name, byte[] data) {
        byte[] named = join(ascii(name), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return join(intBytes(data.length), named, intBytes((int) crc.getValue()));
    }

    /** So many zeros, compressed. */
    public static byte[] deflatedZeros(long bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 16];
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            for (long left = bytes; left > 0; left -= zeros.length) {
                deflater.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The EXIF data of a camera that was held in some way, with a place and a maker. */
    public static byte[] exif(int orientation, String maker) {
        byte[] text = ascii(maker + "\0");
        ByteBuffer tiff = ByteBuffer.allocate(256 + text.length);
        tiff.put(ascii("MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, text.length, 100);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(tiff, 0x8825, 4, 1, 60);
        tiff.putInt(0);
        tiff.position(60);
        tiff.putShort((short) 1);
        entry(tiff, 0x001D, 2, text.length, 100);
        tiff.putInt(0);
        tiff.position(100);
        tiff.put(text);
        return Arrays.copyOf(tiff.array(), 100 + text.length);
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] png(int width, int height, int colorType, int rows, byte[] between) {
        return png(width, height, 8, colorType, between, deflatedZeros((width + 1L) * rows));
    }

    /** A PNG of any kind, of compressed rows. */
    public static byte[] png(int width, int height, int depth, int colorType, byte[] between, byte[] deflated) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colorType)
                .array();
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", header),
                between,
                chunk("IDAT", deflated),
                chunk("IEND", new byte[0]));
    }

    private static byte[] intBytes(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
