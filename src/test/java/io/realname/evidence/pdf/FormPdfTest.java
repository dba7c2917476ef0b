package io.realname.evidence.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.realname.evidence.Pdfs;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What viewers draw on a page that is not in its drawing: fields, notes, layers. */
class FormPdfTest {

    /** Of a page of A4, from below. */
    private static final PDRectangle FIELD = new PDRectangle(100, 700, 300, 24);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Sample Trading 91350100M000100Y43", "福州样例商贸有限公司", "Zoë Müller 林斌"})
    void filledInFieldIsShown(String value) throws Exception {
        for (String font : List.of("/Helv 14 Tf 0 g", "/Helv 0 Tf 0 g", "/Gone 14 Tf 0 g")) {
            byte[] pdf = form(value, font);

            assertThat(inked(Pages.kept(pdf))).as(font).isGreaterThan(5);
        }
        Poppler.require();
        byte[] pdf = form(value, "/Helv 14 Tf 0 g");
        if (value.startsWith("Sample")) {
            assertThat(Pages.likeness(Pages.kept(pdf), Poppler.page(pdf, latin())))
                    .as("as Poppler shows it")
                    .isGreaterThan(0.6);
        }
    }

    /** A program has changed the value and says so: what the field looked like before is not what a viewer shows. */
    @Test
    void newValueIsShownAndNotTheOldOne() throws Exception {
        byte[] pdf = Pdfs.with(0, document -> {
            PDAcroForm form = blank(document);
            PDTextField field = field(document, form, "Old", "/Helv 14 Tf 0 g");
            form.refreshAppearances();
            field.getCOSObject().setString(COSName.V, "样例");
            form.setNeedAppearances(true);
        });

        assertThat(Pages.likeness(Pages.kept(pdf), Pages.kept(form("样例", "/Helv 14 Tf 0 g"))))
                .isGreaterThan(0.99);
    }

    @Test
    void fieldThatIsEmptyOrHiddenIsNotAskedFor() throws Exception {
        assertThat(inked(Pages.kept(form("", "/Helv 14 Tf 0 g")))).isLessThan(1);
        byte[] hidden = Pdfs.with(0, document -> {
            PDAcroForm form = blank(document);
            PDCheckBox box = ticked(document, form);
            box.getWidgets().get(0).setHidden(true);
        });
        assertThat(inked(Pages.kept(hidden))).isLessThan(1);
    }

    @Test
    void characterThatNoFontHasIsRefused() {
        assertThat(problem(form("林㐀", "/Helv 14 Tf 0 g"))).isEqualTo(FileProblem.PDF_FONT_MISSING);
        assertThat(problem(note("林㐀"))).isEqualTo(FileProblem.PDF_FONT_MISSING);
    }

    @Test
    void tickThatDoesNotSayHowItLooksIsRefused() {
        assertThat(problem(Pdfs.with(0, document -> ticked(document, blank(document)))))
                .isEqualTo(FileProblem.PDF_LOOKS_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Copy of the original", "与原件一致"})
    void noteIsShown(String contents) throws Exception {
        assertThat(inked(Pages.kept(note(contents)))).isGreaterThan(5);
    }

    @Test
    void stampIsShownOrRefused() throws Exception {
        byte[] bare = with(new PDAnnotationRubberStamp());
        assertThat(problem(bare)).isEqualTo(FileProblem.PDF_LOOKS_MISSING);

        byte[] drawn = Pdfs.with(0, document -> {
            blank(document);
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            add(document, stamp);
            black(document, stamp);
        });
        assertThat(inked(Pages.kept(drawn))).isGreaterThan(200);
    }

    @Test
    void markIsShownUnlessItIsHidden() throws Exception {
        PDAnnotationSquare square = new PDAnnotationSquare();
        square.setInteriorColor(new org.apache.pdfbox.pdmodel.graphics.color.PDColor(
                new float[] {0}, org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray.INSTANCE));
        assertThat(inked(Pages.kept(with(square)))).isGreaterThan(200);

        for (int flag : new int[] {2, 32}) {
            byte[] hidden = Pdfs.with(0, document -> {
                blank(document);
                PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
                add(document, stamp);
                black(document, stamp);
                stamp.setAnnotationFlags(flag);
            });
            assertThat(inked(Pages.kept(hidden))).as("flag " + flag).isLessThan(1);
            Poppler.require();
            assertThat(inked(Poppler.page(hidden, latin()))).as("Poppler").isLessThan(1);
        }
    }

    /** On a screen, whatever else a layer says of paper. */
    @Test
    void layersAreShownAsOnAScreen() throws Exception {
        byte[] on = layer(true, null);
        byte[] off = layer(false, null);
        byte[] offOnPaper = layer(true, "Export");

        assertThat(inked(Pages.kept(on))).isGreaterThan(200);
        assertThat(inked(Pages.kept(off))).isLessThan(1);
        assertThat(inked(Pages.kept(offOnPaper))).isGreaterThan(200);
        Poppler.require();
        assertThat(inked(Poppler.page(on, latin()))).isGreaterThan(200);
        assertThat(inked(Poppler.page(off, latin()))).isLessThan(1);
        assertThat(inked(Poppler.page(offOnPaper, latin()))).isGreaterThan(200);
    }

    private static byte[] layer(boolean shown, @org.jspecify.annotations.Nullable String offFor) {
        return Pdfs.with(0, document -> {
            blank(document);
            PDOptionalContentGroup group = new PDOptionalContentGroup("seal");
            if (offFor != null) {
                COSDictionary state = new COSDictionary();
                state.setName(offFor + "State", "OFF");
                COSDictionary usage = new COSDictionary();
                usage.setItem(offFor, state);
                group.getCOSObject().setItem("Usage", usage);
            }
            PDOptionalContentProperties layers = new PDOptionalContentProperties();
            layers.addGroup(group);
            layers.setGroupEnabled(group, shown);
            document.getDocumentCatalog().setOCProperties(layers);
            try (PDPageContentStream drawing = new PDPageContentStream(document, document.getPage(0))) {
                drawing.beginMarkedContent(COSName.OC, group);
                drawing.addRect(FIELD.getLowerLeftX(), FIELD.getLowerLeftY(), FIELD.getWidth(), FIELD.getHeight());
                drawing.fill();
                drawing.endMarkedContent();
            }
        });
    }

    private static byte[] form(String value, String appearance) {
        return Pdfs.with(0, document -> field(document, blank(document), value, appearance));
    }

    private static byte[] note(String contents) {
        PDAnnotationFreeText note = new PDAnnotationFreeText();
        note.setContents(contents);
        note.setDefaultAppearance("0 g /Helv 14 Tf");
        return with(note);
    }

    private static byte[] with(PDAnnotation annotation) {
        return Pdfs.with(0, document -> {
            blank(document);
            add(document, annotation);
        });
    }

    private static void add(PDDocument document, PDAnnotation annotation) throws IOException {
        annotation.setRectangle(FIELD);
        document.getPage(0).setAnnotations(List.of(annotation));
    }

    private static void black(PDDocument document, PDAnnotation annotation) throws IOException {
        annotation.setAppearance(new org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary());
        PDAppearanceStream looks = new PDAppearanceStream(document);
        looks.setBBox(new PDRectangle(10, 10));
        try (var out = looks.getContentStream().createOutputStream()) {
            out.write("0 0 10 10 re f".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        annotation.getAppearance().setNormalAppearance(looks);
    }

    private static PDAcroForm blank(PDDocument document) {
        document.addPage(new PDPage(PDRectangle.A4));
        PDAcroForm form = new PDAcroForm(document);
        PDResources resources = new PDResources();
        resources.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 0 Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
        return form;
    }

    /** With a value, and without looks: as programs fill forms in. */
    private static PDTextField field(PDDocument document, PDAcroForm form, String value, String appearance)
            throws IOException {
        PDTextField field = new PDTextField(form);
        field.setPartialName("name");
        field.setDefaultAppearance(appearance);
        field.getCOSObject().setString(COSName.V, value);
        place(document, field.getWidgets().get(0));
        form.setFields(List.of(field));
        return field;
    }

    private static PDCheckBox ticked(PDDocument document, PDAcroForm form) throws IOException {
        PDCheckBox box = new PDCheckBox(form);
        box.setPartialName("agreed");
        box.getCOSObject().setItem(COSName.V, COSName.YES);
        place(document, box.getWidgets().get(0));
        form.setFields(List.of(box));
        return box;
    }

    private static void place(PDDocument document, PDAnnotationWidget widget) throws IOException {
        PDPage page = document.getPage(0);
        widget.setRectangle(FIELD);
        widget.setPage(page);
        page.setAnnotations(List.of(widget));
    }

    /** The ink where the field is. */
    private static double inked(BufferedImage page) {
        PDRectangle paper = PDRectangle.A4;
        return Pages.ink(
                page,
                FIELD.getLowerLeftX() / paper.getWidth(),
                1 - FIELD.getUpperRightY() / paper.getHeight(),
                FIELD.getUpperRightX() / paper.getWidth(),
                1 - FIELD.getLowerLeftY() / paper.getHeight());
    }

    private Path latin() throws IOException {
        Path fonts = Files.createDirectories(folder.resolve("latin"));
        try (InputStream in =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            Files.write(fonts.resolve("LiberationSans.ttf"), in.readAllBytes());
        }
        return fonts;
    }

    private static FileProblem problem(byte[] pdf) {
        FileRefusedException refused = catchThrowableOfType(FileRefusedException.class, () -> PdfRemaking.remake(pdf));
        assertThat(refused).as("refused").isNotNull();
        return refused.problem();
    }
}
