package io.realname.evidence.pdf;

import io.realname.evidence.file.EvidenceLimits;
import io.realname.evidence.file.EvidenceType;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Rewrites a PDF from pictures of its pages. So the PDF that a reviewer opens holds no text, fonts, links or scripts of
 * the sent file.
 */
final class PdfRemaking {

    private static final float POINTS_PER_INCH = 72;
    private static final float DOTS_PER_INCH = 200;
    private static final float QUALITY = 0.85f;

    /** The longer side of each rewritten page. A sent page may state any size. */
    private static final float PAGE_POINTS = 842;

    static {
        BundledFonts.use();
    }

    private PdfRemaking() {}

    static RewrittenFile remake(byte[] content) throws FileRefusedException {
        try (PDDocument sent = open(content);
                PDDocument made = new PDDocument()) {
            check(sent);
            AppearanceStreams.complete(sent);
            PDFRenderer renderer = new StrictRenderer(sent);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < sent.getNumberOfPages(); page++) {
                requireWhole(sent.getPage(page));
                add(made, renderer.renderImage(page, scale(sent.getPage(page)), ImageType.RGB));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            made.save(out);
            if (out.size() > EvidenceLimits.KEPT_BYTES) {
                throw new FileRefusedException(FileProblem.FILE_TOO_LARGE);
            }
            return new RewrittenFile(EvidenceType.PDF, made.getNumberOfPages(), out.toByteArray());
        } catch (NotDrawnException e) {
            throw new FileRefusedException(e.problem());
        } catch (MissingImageReaderException e) {
            throw new FileRefusedException(FileProblem.PDF_PICTURE_NOT_SUPPORTED);
        } catch (IOException | RuntimeException e) {
            throw new FileRefusedException(FileProblem.FILE_CORRUPT);
        }
    }

    /**
     * Opens the PDF without a password. This works with an owner password, which only restricts printing and changing.
     * It fails with a user password, with certificates, and with the encryption of some shops.
     */
    private static PDDocument open(byte[] content) throws IOException, FileRefusedException {
        try {
            return Loader.loadPDF(content);
        } catch (InvalidPasswordException e) {
            throw new FileRefusedException(FileProblem.PDF_ENCRYPTED);
        } catch (IOException e) {
            if (new String(content, StandardCharsets.ISO_8859_1).contains("/Encrypt")) {
                throw new FileRefusedException(FileProblem.PDF_ENCRYPTED);
            }
            throw e;
        }
    }

    private static void check(PDDocument sent) throws FileRefusedException {
        if (PdfContent.isActive(sent.getDocument())) {
            throw new FileRefusedException(FileProblem.PDF_ACTIVE_CONTENT);
        }
        int pages = sent.getNumberOfPages();
        if (pages < 1) {
            throw new FileRefusedException(FileProblem.FILE_CORRUPT);
        }
        if (pages > EvidenceLimits.PDF_PAGES) {
            throw new FileRefusedException(FileProblem.PDF_TOO_LONG);
        }
    }

    private static void requireWhole(PDPage page) throws IOException {
        for (Iterator<PDStream> drawings = page.getContentStreams(); drawings.hasNext(); ) {
            CompleteStreams.require(drawings.next());
        }
    }

    private static float scale(PDPage page) throws FileRefusedException {
        PDRectangle box = page.getCropBox();
        float longer = Math.max(box.getWidth(), box.getHeight());
        if (!(Math.min(box.getWidth(), box.getHeight()) > 0) || Float.isInfinite(longer)) {
            throw new FileRefusedException(FileProblem.FILE_CORRUPT);
        }
        return Math.min(DOTS_PER_INCH / POINTS_PER_INCH, EvidenceLimits.KEPT_SIDE / longer);
    }

    private static void add(PDDocument made, BufferedImage picture) throws IOException {
        float scale = PAGE_POINTS / Math.max(picture.getWidth(), picture.getHeight());
        PDRectangle size = new PDRectangle(picture.getWidth() * scale, picture.getHeight() * scale);
        PDPage page = new PDPage(size);
        made.addPage(page);
        try (PDPageContentStream drawing = new PDPageContentStream(made, page)) {
            drawing.drawImage(
                    JPEGFactory.createFromImage(made, picture, QUALITY), 0, 0, size.getWidth(), size.getHeight());
        }
    }
}
