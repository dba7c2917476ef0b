package io.realname.evidence.picture;

import java.awt.image.AreaAveragingScaleFilter;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ImageConsumer;
import java.awt.image.ImageFilter;
import java.util.Hashtable;

/**
 * Scales a picture down while its rows come in, from the top: each pixel is the mean of all that it stands for, so that no
 * line is lost however thin. Keeps one row of sums and what has been made, never the picture itself.
 */
final class AreaAveraging {

    private final BufferedImage scaled;
    private final ImageFilter filter;
    private int rows;

    /** @param width of the rows, and {@code height} their number: at least those of {@code scaled}, which is filled */
    AreaAveraging(int width, int height, BufferedImage scaled) {
        this.scaled = scaled;
        this.filter = new AreaAveragingScaleFilter(scaled.getWidth(), scaled.getHeight())
                .getFilterInstance(new Filling(scaled));
        filter.setDimensions(width, height);
        filter.setHints(ImageConsumer.TOPDOWNLEFTRIGHT | ImageConsumer.COMPLETESCANLINES);
    }

    /** Takes the next rows, of opaque pixels. */
    void add(int width, int height, int[] rgb) {
        filter.setPixels(0, rows, width, height, scaled.getColorModel(), rgb, 0, width);
        rows += height;
    }

    /** Puts each row that is made where it belongs. */
    private record Filling(BufferedImage scaled) implements ImageConsumer {

        @Override
        public void setPixels(int x, int y, int w, int h, ColorModel model, int[] pixels, int off, int scansize) {
            scaled.setRGB(x, y, w, h, pixels, off, scansize);
        }

        @Override
        public void setPixels(int x, int y, int w, int h, ColorModel model, byte[] pixels, int off, int scansize) {
            throw new IllegalStateException("rows are made of ints");
        }

        @Override
        public void setDimensions(int width, int height) {
            // Known.
        }

        @Override
        @SuppressWarnings("JdkObsolete") // the type is the interface's
        public void setProperties(Hashtable<?, ?> props) {
            // There are none.
        }

        @Override
        public void setColorModel(ColorModel model) {
            // Comes with the pixels.
        }

        @Override
        public void setHints(int hintflags) {
            // One row after the other.
        }

        @Override
        public void imageComplete(int status) {
            // Nobody waits for it.
        }
    }
}
