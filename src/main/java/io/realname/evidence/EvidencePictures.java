package io.realname.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** A file of an application as pictures: what a reviewer's page can show, whatever the file's type. */
public final class EvidencePictures {

    private EvidencePictures() {}

    /** The picture itself, or one for each page of a PDF, in their order. Nothing is drawn: they are taken out as they are. */
    public static List<Picture> of(Evidence evidence) {
        EvidenceType type = evidence.item().type();
        return type == EvidenceType.PDF ? pages(evidence.content()) : List.of(new Picture(type, evidence.content()));
    }

    private static List<Picture> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Picture> pictures = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                pictures.add(new Picture(EvidenceType.JPEG, pictureOn(page.getResources())));
            }
            return pictures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link PdfRemaking} has put one on each page. */
    private static byte[] pictureOn(PDResources resources) throws IOException {
        COSName only = resources.getXObjectNames().iterator().next();
        try (InputStream raw =
                resources.getXObject(only).getStream().getCOSObject().createRawInputStream()) {
            return raw.readAllBytes();
        }
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
