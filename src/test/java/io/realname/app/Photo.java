package io.realname.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small pictures of nothing, in the types that are taken; each number gives another one. */
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

    private static byte[] write(String format, int n) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(n * 7919 & 0xffffff));
        graphics.fillOval(20 + n % 50, 20, WIDTH / 2, HEIGHT / 2);
        graphics.dispose();
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
