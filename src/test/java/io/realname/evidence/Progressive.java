package io.realname.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEGs in many scans, each of which makes the picture finer. */
public final class Progressive {

    private Progressive() {}

    public static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** With its last scan again and again. */
    public static byte[] withScans(byte[] jpeg, int scans) {
        int last = lastScan(jpeg);
        byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
        byte[] repeated = Hostile.join(Collections.nCopies(scans, scan).toArray(byte[][]::new));
        return Hostile.join(Arrays.copyOf(jpeg, last), repeated, new byte[] {(byte) 0xFF, (byte) 0xD9});
    }

    private static int lastScan(byte[] jpeg) {
        for (int at = jpeg.length - 2; at > 0; at--) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xDA) {
                return at;
            }
        }
        throw new IllegalArgumentException("no scan");
    }
}
