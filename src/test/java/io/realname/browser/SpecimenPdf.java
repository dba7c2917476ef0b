package io.realname.browser;

import io.realname.dev.SpecimenPictures;
import io.realname.evidence.EvidenceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A4 pages with a drawing on each, as a scanner makes them. */
final class SpecimenPdf {

    private static final float MARGIN = 50;

    private SpecimenPdf() {}

    static byte[] of(int pages) {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject drawing = PDImageXObject.createFromByteArray(
                    document, SpecimenPictures.of(EvidenceKind.OWNERSHIP_CERTIFICATE), "drawing");
            float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
            float height = width * drawing.getHeight() / drawing.getWidth();
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                    pen.drawImage(drawing, MARGIN, PDRectangle.A4.getHeight() - MARGIN - height, width, height);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
