package io.realname.evidence.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.realname.evidence.Hostile;
import io.realname.evidence.Pdfs;
import io.realname.evidence.file.EvidenceLimits;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;

/** PDFs of every sort; those that could harm, in the process that reads them. */
class PdfTest {

    @Test
    void longOnesAreRefused() throws FileRefusedException {
        assertThat(PdfProcess.remake(Pdfs.pages(20)).pages()).isEqualTo(20);
        assertThat(problem(Pdfs.pages(21))).isEqualTo(FileProblem.PDF_TOO_LONG);
        assertThat(problem(Pdfs.pages(0))).isEqualTo(FileProblem.FILE_CORRUPT);
    }

    @Test
    void passwordToOpenIsRefusedAndOneToChangeIsNot() throws FileRefusedException {
        AccessPermission nothing = new AccessPermission();
        nothing.setCanPrint(false);
        nothing.setCanExtractContent(false);
        for (int bits : new int[] {40, 128, 256}) {
            assertThat(problem(protectedBy("secret", bits, nothing))).isEqualTo(FileProblem.PDF_ENCRYPTED);
            assertThat(Pdfs.seen(
                            PdfRemaking.remake(protectedBy("", bits, nothing)).content(), 0))
                    .isEqualTo("RBWK");
        }
    }

    /** As shops and offices do it, with certificates or programs of their own. */
    @Test
    void unknownEncryptionIsRefusedAsSuch() {
        byte[] pdf = protectedBy("", 128, new AccessPermission());
        String other = new String(pdf, StandardCharsets.ISO_8859_1).replace("/Filter /Standard", "/Filter /EBX_HAND");

        FileRefusedException refused =
                catchThrowableOfType(FileRefusedException.class, () -> PdfProcess.remake(Hostile.ascii(other)));
        assertThat(refused.problem()).as("as the process says it").isEqualTo(FileProblem.PDF_ENCRYPTED);
    }

    private static byte[] protectedBy(String password, int bits, AccessPermission permission) {
        return Pdfs.with(1, document -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, permission);
            policy.setEncryptionKeyLength(bits);
            document.protect(policy);
        });
    }

    /** Names that a picture, a font, a button or a place may have, and links that do nothing but lead elsewhere. */
    @Test
    void namesAndLinksAreNotActive() throws FileRefusedException {
        byte[] names = Pdfs.with(1, document -> {
            PDResources resources = document.getPage(0).getResources();
            COSDictionary pictures = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
            COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
            COSDictionary places = new COSDictionary();
            for (String name : List.of("JS", "JavaScript", "EF", "EmbeddedFiles", "XFA", "RichMedia")) {
                pictures.setItem(
                        name,
                        pictures.getItem(resources.getXObjectNames().iterator().next()));
                fonts.setItem(
                        name, fonts.getItem(resources.getFontNames().iterator().next()));
                places.setItem(name, new COSArray());
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.DESTS, places);
        });
        byte[] links = Pdfs.with(1, document -> {
            List<PDAnnotation> annotations = new ArrayList<>();
            for (String action : List.of("GoToR", "URI", "GoTo", "Named", "GoToE")) {
                COSDictionary does = new COSDictionary();
                does.setName(COSName.S, action);
                does.setString(COSName.F, "other.pdf");
                PDAnnotationLink link = new PDAnnotationLink();
                link.getCOSObject().setItem(COSName.A, does);
                annotations.add(link);
            }
            document.getPage(0).setAnnotations(annotations);
        });

        for (byte[] pdf : List.of(names, links)) {
            assertThat(Pdfs.seen(PdfRemaking.remake(pdf).content(), 0)).isEqualTo("RBWK");
        }
    }

    @Test
    void activeOnesAreRefused() {
        byte[] script = Pdfs.with(
                1, document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
        byte[] launch = Pdfs.with(1, document -> {
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(new PDActionLaunch());
            document.getPage(0).setAnnotations(List.of(link));
        });
        byte[] carrier = Pdfs.with(1, document -> {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("a", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
        });
        byte[] form = Pdfs.with(1, document -> {
            COSDictionary xfa = new COSDictionary();
            xfa.setItem(COSName.XFA, new COSArray());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, xfa);
        });

        byte[] media = Pdfs.with(1, document -> {
            COSDictionary film = new COSDictionary();
            film.setName(COSName.SUBTYPE, "RichMedia");
            document.getPage(0).setAnnotations(List.of(PDAnnotation.createAnnotation(film)));
        });
        byte[] onOpening = Pdfs.with(1, document -> {
            COSDictionary actions = new COSDictionary();
            actions.setItem(COSName.O, new PDActionJavaScript("app.alert(1)"));
            document.getPage(0).getCOSObject().setItem(COSName.AA, actions);
        });

        assertThat(List.of(script, launch, carrier, form, media, onOpening))
                .allSatisfy(active -> assertThat(problem(active)).isEqualTo(FileProblem.PDF_ACTIVE_CONTENT));
    }

    @Test
    void brokenOnesAreCorrupt() {
        byte[] pdf = Pdfs.pages(1);

        assertThat(problem(Hostile.cut(pdf, 0.3))).isEqualTo(FileProblem.FILE_CORRUPT);
        assertThat(problem(Hostile.ascii("%PDF-1.7\nnothing else"))).isEqualTo(FileProblem.FILE_CORRUPT);
    }

    @Test
    void pagesOfAnySizeBecomePicturesOfASize() throws FileRefusedException {
        byte[] huge = Pdfs.with(1, document -> document.addPage(new PDPage(new PDRectangle(1e9f, 1e8f))));

        assertThat(Pdfs.count(PdfProcess.remake(huge).content())).isEqualTo(2);
    }

    /**
     * A megabyte that unfolds to a gigabyte of nothing on one page. A slow machine ends its process, a fast one reads to the
     * end of the nothing: either way little is left of it, and soon.
     */
    @Test
    void bombHarmsNobody() throws Exception {
        byte[] bomb = Hostile.deflatedZeros(1L << 30);
        byte[] pdf = Hostile.join(
                Hostile.ascii("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                        + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                        + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>\nendobj\n"
                        + "4 0 obj\n<</Filter/FlateDecode/Length " + bomb.length + ">>stream\n"),
                bomb,
                Hostile.ascii("\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        assertThat(pdf.length).isLessThan(EvidenceLimits.FILE_BYTES);

        Instant before = Instant.now();
        byte[] left;
        try {
            left = PdfProcess.remake(pdf).content();
        } catch (FileRefusedException e) {
            assertThat(e.problem()).isEqualTo(FileProblem.FILE_CORRUPT);
            left = new byte[0];
        }
        assertThat(left.length).isLessThan(100_000);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    /** Drawings in drawings in drawings: ten to the ninth of them on one page. */
    @Test
    void endlessOneIsEnded() {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
                + "/Resources<</XObject<</X 5 0 R>>>>>>\nendobj\n"
                + stream(4, "", "/X Do ".repeat(10)));
        for (int level = 5; level < 14; level++) {
            pdf.append(stream(
                    level,
                    "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X " + (level + 1) + " 0 R>>>>",
                    "/X Do ".repeat(10)));
        }
        pdf.append(stream(14, "/Type/XObject/Subtype/Form/BBox[0 0 99 99]", "0 0 9 9 re f "));
        pdf.append("trailer<</Root 1 0 R>>\n%%EOF");

        FileRefusedException refused = catchThrowableOfType(
                FileRefusedException.class,
                () -> PdfProcess.remake(Hostile.ascii(pdf.toString()), Duration.ofSeconds(4)));
        assertThat(refused.problem()).isEqualTo(FileProblem.FILE_CORRUPT);
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().commandLine().orElse("").contains(PdfWorker.class.getName()))
                        .collect(Collectors.toList()))
                .as("processes left")
                .isEmpty();
    }

    private static String stream(int number, String keys, String content) {
        return number + " 0 obj\n<<" + keys + "/Length " + content.length() + ">>stream\n" + content
                + "\nendstream\nendobj\n";
    }

    private static FileProblem problem(byte[] pdf) {
        FileRefusedException refused = catchThrowableOfType(FileRefusedException.class, () -> PdfRemaking.remake(pdf));
        assertThat(refused).as("refused").isNotNull();
        return refused.problem();
    }
}
