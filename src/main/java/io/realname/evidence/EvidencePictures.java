package io.realname.evidence;

import io.realname.evidence.file.EvidenceType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/** Gives the pages of a file as pictures, so that the reviewer's web page can show files of every type. */
public final class EvidencePictures {

    private EvidencePictures() {}

    /**
     * The picture on a page of a PDF, or the picture itself as page 0. A PDF is not rendered: this returns the JPEG
     * that is stored in it. Empty if there is no such page.
     *
     * @param page from 0
     */
    public static Optional<Picture> page(Evidence evidence, int page) {
        EvidenceType type = evidence.item().type();
        if (type == EvidenceType.PDF) {
            return of(
                    evidence, pdf -> page >= 0 && page < pdf.getNumberOfPages() ? pictureOn(pdf.getPage(page)) : null);
        }
        return page == 0 ? Optional.of(new Picture(type, evidence.content())) : Optional.empty();
    }

    /** The number of pages; 1 for a picture. */
    public static int pages(Evidence evidence) {
        return evidence.item().type() == EvidenceType.PDF
                ? of(evidence, PDDocument::getNumberOfPages).orElseThrow()
                : 1;
    }

    private static <T> Optional<T> of(Evidence evidence, Reading<T> reading) {
        try (PDDocument pdf = Loader.loadPDF(evidence.content())) {
            return Optional.ofNullable(reading.of(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rewritten PDF has exactly one picture on each page. */
    private static Picture pictureOn(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        COSName only = resources.getXObjectNames().iterator().next();
        try (InputStream raw =
                resources.getXObject(only).getStream().getCOSObject().createRawInputStream()) {
            return new Picture(EvidenceType.JPEG, raw.readAllBytes());
        }
    }

    private interface Reading<T> {
        @Nullable
        T of(PDDocument pdf) throws IOException;
    }

    /**
     * A picture.
     *
     * @param type JPEG or PNG
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
    public record Picture(EvidenceType type, byte[] content) {

        @Override
        public String toString() {
            return "Picture[type=" + type + ", bytes=" + content.length + "]";
        }
    }
}
