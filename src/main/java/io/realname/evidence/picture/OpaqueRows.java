package io.realname.evidence.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.WritableRaster;

/**
 * Draws pixels of any type on white, a few rows at a time. Otherwise a transparent picture would look different on each
 * page background.
 */
final class OpaqueRows {

    private static final int MOST_ROWS = 64;

    private static final int[] GREY_WITH_ALPHA = {0, 0, 0, 1};
    private static final int[] GREY = {0, 0, 0};

    private OpaqueRows() {}

    /** Passes the first {@code height} rows of a picture to the taker, from the top. */
    static void of(BufferedImage decoded, int height, AreaAveraging taker) {
        BufferedImage meant = asMeant(decoded);
        int width = meant.getWidth();
        BufferedImage band = new BufferedImage(width, Math.min(height, MOST_ROWS), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
        Graphics2D graphics = band.createGraphics();
        try {
            graphics.setBackground(Color.WHITE);
            for (int top = 0; top < height; top += band.getHeight()) {
                graphics.clearRect(0, 0, width, band.getHeight());
                graphics.drawImage(meant, 0, -top, null);
                taker.add(width, Math.min(band.getHeight(), height - top), pixels);
            }
        } finally {
            graphics.dispose();
        }
    }

    /**
     * Java reads the values of a grey picture as linear light. The file means sRGB values, so a middle grey would
     * become much too light. So this declares the picture to be sRGB, with the grey value for red, green and blue.
     */
    private static BufferedImage asMeant(BufferedImage decoded) {
        ColorModel model = decoded.getColorModel();
        if (!(model instanceof ComponentColorModel) || model.getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
            return decoded;
        }
        WritableRaster raster = decoded.getRaster()
                .createWritableChild(
                        0, 0, decoded.getWidth(), decoded.getHeight(), 0, 0, model.hasAlpha() ? GREY_WITH_ALPHA : GREY);
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                model.hasAlpha(),
                model.isAlphaPremultiplied(),
                model.getTransparency(),
                model.getTransferType());
        return new BufferedImage(colours, raster, model.isAlphaPremultiplied(), null);
    }
}
