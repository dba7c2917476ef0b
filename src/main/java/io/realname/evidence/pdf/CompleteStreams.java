package io.realname.evidence.pdf;

import io.realname.evidence.picture.PictureDecoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;

/** Finds streams of a PDF that end too early. PDFBox would draw what is there: half a page, or a white page. */
final class CompleteStreams {

    private static final int ZLIB_HEADER = 2;
    private static final List<String> JPEG = List.of("DCTDecode", "DCT");

    private static final List<String> FAX = List.of("CCITTFaxDecode", "CCF");

    /** Filters whose decoders know by themselves how much data there must be. */
    private static final List<String> OTHER_CODERS = List.of("JPXDecode", "JBIG2Decode");

    /**
     * Fax codes that draw eight black pixels at any place in a fax (ITU-T T.6): codes for "like the row above", then a
     * run of 0 white and 8 black pixels.
     */
    private static final byte[] BLOT = {(byte) 0xFF, 0x26, (byte) 0xA2, (byte) 0xFF};

    /** One hundredth of a picture may be missing: some programs leave out the last row. */
    private static final int HUNDREDTH = 100;

    private CompleteStreams() {}

    /** @throws IOException if the drawing commands end too early; a wrong checksum at their end is accepted */
    static void require(PDStream drawing) throws IOException {
        List<COSName> filters = drawing.getFilters();
        if (filters.isEmpty() || !COSName.FLATE_DECODE.equals(filters.get(0))) {
            return;
        }
        byte[] deflated;
        try (InputStream raw = drawing.getCOSObject().createRawInputStream()) {
            deflated = raw.readAllBytes();
        }
        if (deflated.length > ZLIB_HEADER && !comesToItsEnd(deflated)) {
            throw new EOFException("drawing commands end too early");
        }
    }

    /** @throws IOException if the picture has less data than its width and height need */
    static void require(PDImage image) throws IOException {
        List<String> filters = filters(image);
        String coder = filters.isEmpty() ? "" : filters.get(filters.size() - 1);
        if (JPEG.contains(coder)) {
            try (InputStream jpeg = image.createInputStream(JPEG)) {
                if (PictureDecoder.isHalf(jpeg.readAllBytes())) {
                    throw new EOFException("a picture ends too early");
                }
            }
        } else if (FAX.contains(coder)) {
            try (InputStream fax = image.createInputStream(FAX)) {
                requireWholeFax(image, filters.size() - 1, fax.readAllBytes());
            }
        } else if (!OTHER_CODERS.contains(coder)) {
            long bytes = bytes(image);
            try (InputStream pixels = image.createInputStream()) {
                requireMore(pixels, bytes - bytes / HUNDREDTH);
            }
        }
        if (image instanceof PDImageXObject picture) {
            for (PDImage mask : new PDImage[] {picture.getMask(), picture.getSoftMask()}) {
                if (mask != null) {
                    require(mask);
                }
            }
        }
    }

    /**
     * Decodes the fax twice, once with black pixels added at its end. The decoder fills up a fax that ends too early,
     * so only in such a fax the added pixels become visible.
     */
    private static void requireWholeFax(PDImage image, int index, byte[] fax) throws IOException {
        byte[] blotted = Arrays.copyOf(fax, fax.length + BLOT.length);
        System.arraycopy(BLOT, 0, blotted, fax.length, BLOT.length);
        byte[] seen = fax(image, index, fax);
        int enough = seen.length - seen.length / HUNDREDTH;
        if (!Arrays.equals(seen, 0, enough, fax(image, index, blotted), 0, enough)) {
            throw new EOFException("a picture ends too early");
        }
    }

    private static byte[] fax(PDImage image, int index, byte[] coded) throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        FilterFactory.INSTANCE
                .getFilter(COSName.CCITTFAX_DECODE)
                .decode(new ByteArrayInputStream(coded), seen, image.getCOSObject(), index);
        return seen.toByteArray();
    }

    /** Reads the pixels instead of skipping them: PDFBox reports bytes as skipped even if they do not exist. */
    private static void requireMore(InputStream pixels, long bytes) throws IOException {
        byte[] read = new byte[1 << 16];
        long left = bytes;
        while (left > 0) {
            int more = pixels.read(read);
            if (more < 0) {
                throw new EOFException("a picture ends too early");
            }
            left -= more;
        }
    }

    private static List<String> filters(PDImage image) {
        return image instanceof PDInlineImage inLine
                ? inLine.getFilters()
                : ((PDImageXObject) image)
                        .getStream().getFilters().stream().map(COSName::getName).toList();
    }

    private static long bytes(PDImage image) throws IOException {
        long bitsOfAPixel = image.isStencil()
                ? 1
                : (long) image.getBitsPerComponent() * image.getColorSpace().getNumberOfComponents();
        return (image.getWidth() * bitsOfAPixel + 7) / 8 * image.getHeight();
    }

    private static boolean comesToItsEnd(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated, ZLIB_HEADER, deflated.length - ZLIB_HEADER);
            byte[] inflated = new byte[1 << 16];
            while (!inflater.finished()) {
                if (inflater.inflate(inflated) == 0 && !inflater.finished()) {
                    return false;
                }
            }
            return true;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
