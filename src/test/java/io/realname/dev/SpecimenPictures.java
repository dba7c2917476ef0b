package io.realname.dev;

import io.realname.evidence.EvidenceKind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Draws sample pictures of documents. They show only shapes, because a machine may have no fonts, and no real person.
 */
public final class SpecimenPictures {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 404;
    private static final Color PAPER = new Color(0xEAF1F6);
    private static final Color INK = new Color(0x5A7184);
    private static final Color SKIN = new Color(0xD9B99B);

    private SpecimenPictures() {}

    /** A PNG. */
    public static byte[] of(EvidenceKind kind) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        switch (kind) {
            case DOCUMENT_FRONT, LEGAL_PERSON_FRONT -> front(pen, 20, 20, WIDTH - 40, HEIGHT - 40);
            case DOCUMENT_BACK, LEGAL_PERSON_BACK -> back(pen);
            case HOLDING_DOCUMENT -> holding(pen);
            default -> certificate(pen);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void front(Graphics2D pen, int x, int y, int width, int height) {
        card(pen, x, y, width, height);
        lines(pen, x + width / 16, y + height / 6, width / 2, height / 8, 5);
        person(pen, x + width * 3 / 4, y + height / 2, height / 2);
    }

    private static void back(Graphics2D pen) {
        card(pen, 20, 20, WIDTH - 40, HEIGHT - 40);
        pen.setColor(new Color(0xC0392B));
        pen.fillOval(70, 70, 110, 110);
        lines(pen, 230, 90, 300, 40, 2);
        lines(pen, 110, 260, 400, 40, 2);
    }

    private static void holding(Graphics2D pen) {
        person(pen, WIDTH / 2, HEIGHT / 2 - 10, HEIGHT - 80);
        front(pen, WIDTH / 2 - 110, HEIGHT - 170, 220, 140);
    }

    private static void certificate(Graphics2D pen) {
        pen.setColor(PAPER);
        pen.fillRect(170, 10, 300, HEIGHT - 20);
        lines(pen, 200, 50, 240, 30, 9);
        pen.setColor(new Color(0xC0392B));
        pen.drawOval(350, 290, 80, 80);
    }

    private static void card(Graphics2D pen, int x, int y, int width, int height) {
        pen.setColor(PAPER);
        pen.fillRoundRect(x, y, width, height, 30, 30);
        pen.setColor(INK);
        pen.drawRoundRect(x, y, width, height, 30, 30);
    }

    private static void person(Graphics2D pen, int x, int y, int size) {
        pen.setColor(INK);
        pen.fillArc(x - size / 2, y + size / 6, size, size, 0, 180);
        pen.setColor(SKIN);
        pen.fillOval(x - size / 5, y - size / 3, size * 2 / 5, size / 2);
    }

    private static void lines(Graphics2D pen, int x, int y, int width, int step, int count) {
        pen.setColor(INK);
        for (int line = 0; line < count; line++) {
            pen.fillRect(x, y + line * step, width - line % 3 * width / 5, Math.max(4, step / 5));
        }
    }
}
