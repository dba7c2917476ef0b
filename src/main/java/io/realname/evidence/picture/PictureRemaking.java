package io.realname.evidence.picture;

import io.realname.evidence.file.EvidenceLimits;
import io.realname.evidence.file.EvidenceType;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * Rewrites a picture from its pixels: upright, opaque, scaled down to {@link EvidenceLimits#KEPT_SIDE}, no metadata.
 */
public final class PictureRemaking {

    private PictureRemaking() {}

    public static RewrittenFile remake(EvidenceType type, byte[] content) throws FileRefusedException {
        Essentials essentials = essentials(type, content);
        return remake(type, Orientation.of(essentials.exif()), essentials);
    }

    /** As above, but with the given orientation instead of the one in the EXIF data. */
    static RewrittenFile remake(EvidenceType type, Orientation orientation, byte[] content)
            throws FileRefusedException {
        return remake(type, orientation, essentials(type, content));
    }

    private static RewrittenFile remake(EvidenceType type, Orientation orientation, Essentials essentials)
            throws FileRefusedException {
        requireSize(essentials);
        double scale =
                Math.min(1, (double) EvidenceLimits.KEPT_SIDE / Math.max(essentials.width(), essentials.height()));
        BufferedImage scaled = PictureDecoder.decode(
                type, essentials, scaled(essentials.width(), scale), scaled(essentials.height(), scale));
        BufferedImage upright = upright(scaled, orientation);
        byte[] remade = PictureEncoder.encode(type, upright);
        if (type == EvidenceType.PNG && remade.length > EvidenceLimits.FILE_BYTES) {
            // Probably a photograph, which takes four times as many bytes as PNG than as JPEG.
            return RewrittenFile.picture(EvidenceType.JPEG, PictureEncoder.encode(EvidenceType.JPEG, upright));
        }
        return RewrittenFile.picture(type, remade);
    }

    private static Essentials essentials(EvidenceType type, byte[] content) throws FileRefusedException {
        return type == EvidenceType.JPEG ? JpegEssentials.of(content) : PngEssentials.of(content);
    }

    /** Checks the size in the header, before the decoder takes memory. */
    private static void requireSize(Essentials picture) throws FileRefusedException {
        if (Math.max(picture.width(), picture.height()) > EvidenceLimits.SIDE
                || picture.pixels() > EvidenceLimits.PIXELS) {
            throw new FileRefusedException(FileProblem.IMAGE_TOO_LARGE);
        }
        if (Math.min(picture.width(), picture.height()) < EvidenceLimits.SHORTEST_SIDE) {
            throw new FileRefusedException(FileProblem.IMAGE_TOO_SMALL);
        }
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        if (orientation.isUpright()) {
            return picture;
        }
        int width = orientation.swapsSides() ? picture.getHeight() : picture.getWidth();
        int height = orientation.swapsSides() ? picture.getWidth() : picture.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        try {
            graphics.drawImage(picture, orientation.transform(picture.getWidth(), picture.getHeight()), null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }
}
