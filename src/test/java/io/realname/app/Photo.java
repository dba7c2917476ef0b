package io.realname.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small pictures without meaning, as JPEG and PNG. Each number gives another picture. */
public final class Photo {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    private Photo() {}

    public static byte[] jpeg(int n) {
        return write("jpeg", n);
    }

    public static byte[] png(int n) {
        return write("png", n);
    }

    /** A PNG that can't be compressed: about three bytes a pixel. */
    public static byte[] noise(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return encoded(picture, "png");
    }

    private static byte[] write(String format, int n) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(n * 7919 & 0xffffff));
        graphics.fillOval(20 + n % 50, 20, WIDTH / 2, HEIGHT / 2);
        graphics.dispose();
        return encoded(picture, format);
    }

    private static byte[] encoded(BufferedImage picture, String format) {
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
}
