package io.realname.evidence.picture;

import java.awt.image.AreaAveragingScaleFilter;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.ImageConsumer;
import java.awt.image.ImageFilter;
import java.awt.image.PixelGrabber;
import org.jspecify.annotations.Nullable;

/**
 * Scales a picture down while its rows come in, from the top. Each new pixel is the mean of all pixels that it
 * replaces, so even a thin line stays visible. Keeps in memory one row of sums and the scaled picture, never the whole
 * original.
 */
final class AreaAveraging {

    private final ColorModel colours;
    private final ImageFilter filter;

    /** Where the rows go if the picture has the right size already. */
    private final int @Nullable [] same;

    private int rows;

    /**
     * @param width width of the original, at least that of {@code scaled}
     * @param height height of the original, at least that of {@code scaled}
     * @param scaled the picture to fill; of type {@link BufferedImage#TYPE_INT_RGB}
     */
    AreaAveraging(int width, int height, BufferedImage scaled) {
        this.colours = scaled.getColorModel();
        this.same = width == scaled.getWidth() && height == scaled.getHeight() ? pixels(scaled) : null;
        this.filter =
                new AreaAveragingScaleFilter(scaled.getWidth(), scaled.getHeight()).getFilterInstance(filling(scaled));
        filter.setDimensions(width, height);
        filter.setHints(ImageConsumer.TOPDOWNLEFTRIGHT | ImageConsumer.COMPLETESCANLINES);
    }

    /**
     * Writes each scaled row into {@code scaled}. The grabber only receives the rows that the filter sends; it never
     * reads from the picture.
     */
    private static ImageConsumer filling(BufferedImage scaled) {
        return new PixelGrabber(
                scaled, 0, 0, scaled.getWidth(), scaled.getHeight(), pixels(scaled), 0, scaled.getWidth());
    }

    private static int[] pixels(BufferedImage scaled) {
        return ((DataBufferInt) scaled.getRaster().getDataBuffer()).getData();
    }

    /** Adds the next rows of the original; their pixels must be opaque. */
    void add(int width, int height, int[] rgb) {
        if (same != null) {
            System.arraycopy(rgb, 0, same, rows * width, width * height);
        } else {
            filter.setPixels(0, rows, width, height, colours, rgb, 0, width);
        }
        rows += height;
    }
}
