package io.realname.evidence.pdf;

import io.realname.evidence.file.FileRefusedException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** What is to be seen on pages. */
final class Pages {

    /** Of each pixel of a page that is compared: a character has about twelve of them. */
    private static final int COLUMNS = 420;

    private static final int ROWS = 594;

    private Pages() {}

    /** The first page of what is kept of a PDF. */
    static BufferedImage kept(byte[] pdf) throws FileRefusedException {
        try (PDDocument document = Loader.loadPDF(PdfRemaking.remake(pdf).content())) {
            PDResources resources = document.getPage(0).getResources();
            return ((PDImageXObject) resources.getXObject(
                            resources.getXObjectNames().iterator().next()))
                    .getImage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mean of what is black of a part of a page, from 0 to 255; the part in shares of the page, from above. */
    static double ink(BufferedImage page, double left, double top, double right, double bottom) {
        double sum = 0;
        int pixels = 0;
        for (int y = (int) (top * page.getHeight()); y < bottom * page.getHeight(); y++) {
            for (int x = (int) (left * page.getWidth()); x < right * page.getWidth(); x++) {
                sum += 255 - (page.getRGB(x, y) >> 8 & 0xFF);
                pixels++;
            }
        }
        return sum / pixels;
    }

    /** How alike two pages are: 1 if they have their ink at the same places, 0 if it is as by chance. */
    static double likeness(BufferedImage one, BufferedImage other) {
        double[] a = ink(one);
        double[] b = ink(other);
        double meanOfA = java.util.Arrays.stream(a).average().orElseThrow();
        double meanOfB = java.util.Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanOfA) * (b[i] - meanOfB);
            aa += (a[i] - meanOfA) * (a[i] - meanOfA);
            bb += (b[i] - meanOfB) * (b[i] - meanOfB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    /** The mean of what is black of each of {@value #COLUMNS} times {@value #ROWS} parts. */
    private static double[] ink(BufferedImage page) {
        BufferedImage grey = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.getGraphics().drawImage(page, 0, 0, null);
        byte[] light = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        double[] sums = new double[COLUMNS * ROWS];
        int[] pixels = new int[COLUMNS * ROWS];
        for (int y = 0; y < page.getHeight(); y++) {
            int row = y * ROWS / page.getHeight() * COLUMNS;
            for (int x = 0; x < page.getWidth(); x++) {
                int part = row + x * COLUMNS / page.getWidth();
                sums[part] += 255 - (light[y * page.getWidth() + x] & 0xFF);
                pixels[part]++;
            }
        }
        for (int part = 0; part < sums.length; part++) {
            sums[part] /= Math.max(1, pixels[part]);
        }
        return sums;
    }
}
