package io.realname.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Makes a picture anew from its pixels: upright, opaque, of a size that a page shows, with nothing else in its file. */
final class PictureRemaking {

    private PictureRemaking() {}

    static Remade remake(EvidenceType type, byte[] content) throws FileRefusedException {
        Essentials essentials = type == EvidenceType.JPEG ? JpegEssentials.of(content) : PngEssentials.of(content);
        requireSize(essentials);
        BufferedImage decoded = PictureDecoder.decode(type, essentials);
        BufferedImage upright = upright(decoded, Orientation.of(essentials.exif()));
        byte[] remade = PictureEncoder.encode(type, upright);
        if (type == EvidenceType.PNG && remade.length > EvidenceLimits.FILE_BYTES) {
            // A photograph: as PNG it takes four times what it takes as JPEG.
            return Remade.picture(EvidenceType.JPEG, PictureEncoder.encode(EvidenceType.JPEG, upright));
        }
        return Remade.picture(type, remade);
    }

    /** By what the header says, before any memory is taken. */
    private static void requireSize(Essentials picture) throws FileRefusedException {
        if (Math.max(picture.width(), picture.height()) > EvidenceLimits.SIDE
                || picture.pixels() > EvidenceLimits.PIXELS) {
            throw new FileRefusedException(FileProblem.IMAGE_TOO_LARGE);
        }
        if (Math.min(picture.width(), picture.height()) < EvidenceLimits.SHORTEST_SIDE) {
            throw new FileRefusedException(FileProblem.IMAGE_TOO_SMALL);
        }
    }

    private static BufferedImage upright(BufferedImage decoded, Orientation orientation) {
        int width = orientation.swapsSides() ? decoded.getHeight() : decoded.getWidth();
        int height = orientation.swapsSides() ? decoded.getWidth() : decoded.getHeight();
        double scale = Math.min(1, (double) EvidenceLimits.KEPT_SIDE / Math.max(width, height));
        BufferedImage upright =
                new BufferedImage(scaled(width, scale), scaled(height, scale), BufferedImage.TYPE_INT_RGB);
        AffineTransform transform = AffineTransform.getScaleInstance(scale, scale);
        transform.concatenate(orientation.transform(decoded.getWidth(), decoded.getHeight()));
        Graphics2D graphics = upright.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            // What shines through would look different on every page.
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            graphics.drawImage(decoded, transform, null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }
}
