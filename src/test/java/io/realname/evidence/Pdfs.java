package io.realname.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;

/** PDFs with a text and a picture of four colours on each page. */
public final class Pdfs {

    public static final String TEXT = "to be read by people";

    private Pdfs() {}

    public static byte[] pages(int pages) {
        return with(pages, document -> {});
    }

    public static byte[] with(int pages, Change change) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                draw(document);
            }
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int count(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The colours that a page shows, as {@link Pictures#seen}. */
    public static String seen(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Pictures.seen(new PDFRenderer(document).renderImage(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(PDDocument document) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream drawing = new PDPageContentStream(document, page)) {
            drawing.drawImage(
                    LosslessFactory.createFromImage(document, Pictures.quarters(200, 280)),
                    0,
                    0,
                    PDRectangle.A4.getWidth(),
                    PDRectangle.A4.getHeight());
            drawing.beginText();
            drawing.setFont(new PDType1Font(FontName.HELVETICA), 12);
            drawing.newLineAtOffset(20, 20);
            drawing.showText(TEXT);
            drawing.endText();
        }
    }

    /** What makes it worse. */
    public interface Change {
        void to(PDDocument document) throws IOException;
    }
}
