package io.realname.evidence;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** PDFs as scanners write them: on each page one picture, coded in some way, and nothing else. */
public final class Scans {

    public static final int WIDTH = 200;
    public static final int HEIGHT = 280;

    private static final int PAGE_INFORMATION = 48;
    private static final int GENERIC_REGION = 38;
    private static final int CODED_AS_FAXES_ARE = 1;

    private Scans() {}

    /** A page with a picture of {@link #WIDTH} and {@link #HEIGHT}, black and white or in colours. */
    public static byte[] pdf(COSName filter, boolean coloured, byte[] coded) {
        return Pdfs.with(0, document -> {
            PDImageXObject picture = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(coded),
                    filter,
                    WIDTH,
                    HEIGHT,
                    coloured ? 8 : 1,
                    coloured ? PDDeviceRGB.INSTANCE : PDDeviceGray.INSTANCE);
            if (filter.equals(COSName.CCITTFAX_DECODE)) {
                picture.getCOSObject().setItem(COSName.DECODE_PARMS, group4());
            }
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream drawing = new PDPageContentStream(document, page)) {
                drawing.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
        });
    }

    /** The pixels of a picture in colours, as {@code FlateDecode} has them. */
    public static byte[] deflated() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        draw(picture);
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i += 3) {
            byte blue = pixels[i];
            pixels[i] = pixels[i + 2];
            pixels[i + 2] = blue;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(pixels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A page in JBIG2 (ITU-T T.88) of one generic region; its pixels are coded as in a fax, which the standard allows. */
    public static byte[] jbig2() {
        byte[] page = ByteBuffer.allocate(19).putInt(WIDTH).putInt(HEIGHT).array();
        byte[] region = ByteBuffer.allocate(18)
                .putInt(WIDTH)
                .putInt(HEIGHT)
                .putInt(0)
                .putInt(0)
                .put((byte) 0)
                .put((byte) CODED_AS_FAXES_ARE)
                .array();
        return Hostile.join(
                segment(0, PAGE_INFORMATION, page), segment(1, GENERIC_REGION, Hostile.join(region, fax())));
    }

    private static byte[] segment(int number, int type, byte[] data) {
        byte[] head = ByteBuffer.allocate(11)
                .putInt(number)
                .put((byte) type)
                .put((byte) 0)
                .put((byte) 1)
                .putInt(data.length)
                .array();
        return Hostile.join(head, data);
    }

    private static COSDictionary group4() {
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.K, -1);
        parameters.setInt(COSName.COLUMNS, WIDTH);
        parameters.setInt(COSName.ROWS, HEIGHT);
        return parameters;
    }

    /** Fax, group 4: red and blue are black on it. */
    public static byte[] fax() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        draw(picture);
        try (PDDocument document = new PDDocument()) {
            return CCITTFactory.createFromImage(document, picture)
                    .getStream()
                    .getCOSObject()
                    .createRawInputStream()
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(Pictures.quarters(WIDTH, HEIGHT), 0, 0, null);
        graphics.dispose();
    }
}
