package io.realname.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures that nobody took. The left upper quarter is red, the right upper blue, the lower half white and black. */
public final class Pictures {

    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return write(quarters(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return write(quarters(width, height), "png");
    }

    /** In cyan, magenta, yellow and black, each as what is left white of it, with the segment that says so. */
    public static byte[] cmykJpeg(int width, int height) {
        BufferedImage picture = quarters(width, height);
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Color color = new Color(picture.getRGB(x, y));
                inks.setPixel(x, y, new int[] {color.getRed(), color.getGreen(), color.getBlue(), 255});
            }
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return Hostile.withSegment(write(inks), 0xEE, adobe);
    }

    private static byte[] write(Raster raster) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
            writer.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] write(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage quarters(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        fill(graphics, Color.RED, 0, 0, width / 2, height / 2);
        fill(graphics, Color.BLUE, width / 2, 0, width - width / 2, height / 2);
        fill(graphics, Color.WHITE, 0, height / 2, width / 2, height - height / 2);
        fill(graphics, Color.BLACK, width / 2, height / 2, width - width / 2, height - height / 2);
        graphics.dispose();
        return picture;
    }

    /** The colours of the quarters: left upper, right upper, left lower, right lower, by their first letter. */
    public static String seen(BufferedImage picture) {
        int left = picture.getWidth() / 4;
        int right = picture.getWidth() - left;
        int upper = picture.getHeight() / 4;
        int lower = picture.getHeight() - upper;
        return "" + letter(picture.getRGB(left, upper)) + letter(picture.getRGB(right, upper))
                + letter(picture.getRGB(left, lower)) + letter(picture.getRGB(right, lower));
    }

    private static char letter(int rgb) {
        Color color = new Color(rgb);
        boolean red = color.getRed() > 127;
        boolean green = color.getGreen() > 127;
        boolean blue = color.getBlue() > 127;
        if (red && green && blue) {
            return 'W';
        }
        if (red && !green && !blue) {
            return 'R';
        }
        if (blue && !red && !green) {
            return 'B';
        }
        return !red && !green ? 'K' : '?';
    }

    private static void fill(Graphics2D graphics, Color color, int x, int y, int width, int height) {
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
    }
}
