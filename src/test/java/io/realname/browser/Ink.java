package io.realname.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** What is drawn on the white of a picture. Compared with some tolerance, because fonts differ a little between machines. */
final class Ink {

    private static final int DARK = 0xB0;

    /** How many pixels a line may be away. */
    private static final int NEAR = 3;

    /** The width and height of a place, in pixels: about a word. */
    private static final int PLACE = 24;

    /** So few pixels are no ink. */
    private static final int SPECKS = 15;

    private final BufferedImage picture;

    Ink(byte[] png) throws IOException {
        this.picture = ImageIO.read(new ByteArrayInputStream(png));
    }

    int height() {
        return picture.getHeight();
    }

    /** Whether there is a place with ink of which the other picture has less than half, also not near it. */
    boolean hasMoreThan(Ink other) {
        for (int top = 0; top < picture.getHeight(); top += PLACE) {
            for (int left = 0; left < picture.getWidth(); left += PLACE) {
                int all = 0;
                int found = 0;
                for (int y = top; y < Math.min(top + PLACE, picture.getHeight()); y++) {
                    for (int x = left; x < Math.min(left + PLACE, picture.getWidth()); x++) {
                        if (isAt(x, y)) {
                            all++;
                            found += other.isNear(x, y) ? 1 : 0;
                        }
                    }
                }
                if (all > SPECKS && found * 2 < all) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNear(int x, int y) {
        for (int dy = -NEAR; dy <= NEAR; dy++) {
            for (int dx = -NEAR; dx <= NEAR; dx++) {
                if (isAt(x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isAt(int x, int y) {
        return x >= 0
                && y >= 0
                && x < picture.getWidth()
                && y < picture.getHeight()
                && (picture.getRGB(x, y) >> 8 & 0xFF) < DARK;
    }
}
