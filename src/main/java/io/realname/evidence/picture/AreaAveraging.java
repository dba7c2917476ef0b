package io.realname.evidence.picture;

import java.awt.image.AreaAveragingScaleFilter;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.ImageConsumer;
import java.awt.image.ImageFilter;
import java.awt.image.PixelGrabber;

/**
 * Scales a picture down while its rows come in, from the top: each pixel is the mean of all that it stands for, so that no
 * line is lost however thin. Keeps one row of sums and what has been made, never the picture itself.
 */
final class AreaAveraging {

    private final ColorModel colours;
    private final ImageFilter filter;
    private int rows;

    /**
     * @param width of the rows, and {@code height} their number: at least those of {@code scaled}
     * @param scaled is filled; of type {@link BufferedImage#TYPE_INT_RGB}
     */
    AreaAveraging(int width, int height, BufferedImage scaled) {
        this.colours = scaled.getColorModel();
        this.filter =
                new AreaAveragingScaleFilter(scaled.getWidth(), scaled.getHeight()).getFilterInstance(filling(scaled));
        filter.setDimensions(width, height);
        filter.setHints(ImageConsumer.TOPDOWNLEFTRIGHT | ImageConsumer.COMPLETESCANLINES);
    }

    /** Puts each row that is made where it belongs. It takes what the filter gives it, and asks the picture for nothing. */
    private static ImageConsumer filling(BufferedImage scaled) {
        int[] pixels = ((DataBufferInt) scaled.getRaster().getDataBuffer()).getData();
        return new PixelGrabber(scaled, 0, 0, scaled.getWidth(), scaled.getHeight(), pixels, 0, scaled.getWidth());
    }

    /** Takes the next rows, of opaque pixels. */
    void add(int width, int height, int[] rgb) {
        filter.setPixels(0, rows, width, height, colours, rgb, 0, width);
        rows += height;
    }
}
