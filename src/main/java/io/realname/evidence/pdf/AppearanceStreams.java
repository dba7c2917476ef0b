package io.realname.evidence.pdf;

import io.realname.evidence.file.FileProblem;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.fixup.processor.AcroFormDefaultsProcessor;
import org.apache.pdfbox.pdmodel.fixup.processor.AcroFormOrphanWidgetsProcessor;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;

/**
 * Creates missing appearance streams of form fields and free-text notes, as viewers do (ISO 32000-1, 12.5.5 and
 * 12.7.3.3). A program that fills in a form often stores only the values, and the viewer has to draw them. If a viewer
 * would show something for which this class cannot create an appearance stream, the file is refused.
 */
final class AppearanceStreams {

    /**
     * Annotation types that viewers show even without an appearance stream, each viewer in its own way. PDFBox leaves
     * them out.
     */
    private static final Set<String> ONLY_WITH_LOOKS = Set.of("Stamp", "Redact", "Movie", "3D", "RichMedia");

    private static final COSName VALUE = COSName.V;

    private final PDDocument document;
    private final PDAcroForm form;
    private final FieldText text;

    private AppearanceStreams(PDDocument document, PDAcroForm form) {
        this.document = document;
        this.form = form;
        this.text = new FieldText(document, form);
    }

    /** @throws NotDrawnException if a viewer would show something that cannot be drawn here */
    static void complete(PDDocument document) throws IOException {
        new AcroFormDefaultsProcessor(document).process();
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
        }
        AppearanceStreams looks = new AppearanceStreams(document, form);
        looks.completeFields();
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                looks.complete(annotation);
            }
        }
    }

    private void completeFields() throws IOException {
        if (form.getFields().isEmpty()) {
            new AcroFormOrphanWidgetsProcessor(document).process();
        }
        for (PDField field : form.getFieldTree()) {
            if (field instanceof PDVariableText variable) {
                complete(variable);
            }
        }
        // All appearance streams are made now. PDFBox must not make them again.
        form.setNeedAppearances(false);
    }

    private void complete(PDVariableText field) throws IOException {
        String value = field.getValueAsString();
        boolean looksAsItIs =
                !form.getNeedAppearances() && field.getWidgets().stream().allMatch(AppearanceStreams::hasLooks);
        if (looksAsItIs || value.isBlank()) {
            return;
        }
        text.makeLegible(field.getCOSObject(), field.getDefaultAppearance(), value);
        for (PDAnnotationWidget widget : field.getWidgets()) {
            String own = widget.getCOSObject().getString(COSName.DA);
            if (own != null) {
                text.makeLegible(widget.getCOSObject(), own, value);
            }
        }
        try {
            form.refreshAppearances(List.of(field));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new NotDrawnException(FileProblem.PDF_LOOKS_MISSING);
        }
    }

    private void complete(PDAnnotation annotation) throws IOException {
        if (annotation.isHidden() || annotation.isNoView() || hasLooks(annotation)) {
            return;
        }
        if (annotation instanceof PDAnnotationFreeText note) {
            complete(note);
        } else if (annotation instanceof PDAnnotationWidget && isFilledIn(annotation.getCOSObject())
                || ONLY_WITH_LOOKS.contains(String.valueOf(annotation.getSubtype()))) {
            throw new NotDrawnException(FileProblem.PDF_LOOKS_MISSING);
        }
    }

    private void complete(PDAnnotationFreeText note) throws IOException {
        String contents = note.getContents();
        if (contents != null && !contents.isBlank()) {
            String appearance = note.getDefaultAppearance();
            text.makeLegible(note.getCOSObject(), appearance == null ? "" : appearance, contents);
            note.constructAppearances(document);
            if (!hasLooks(note)) {
                throw new NotDrawnException(FileProblem.PDF_LOOKS_MISSING);
            }
        }
    }

    private static boolean hasLooks(PDAnnotation annotation) {
        COSDictionary appearance = annotation.getCOSObject().getCOSDictionary(COSName.AP);
        COSBase normal = appearance == null ? null : appearance.getDictionaryObject(COSName.N);
        return normal instanceof COSStream stream ? stream.getLength() > 0 : normal instanceof COSDictionary;
    }

    /** Whether a field has a visible value: text or a ticked box. A signature does not have to be visible. */
    private static boolean isFilledIn(COSDictionary field) {
        COSBase value = null;
        for (int depth = 0; field != null && value == null && depth < 32; depth++) {
            value = field.getDictionaryObject(VALUE);
            field = field.getCOSDictionary(COSName.PARENT);
        }
        if (value instanceof COSName state) {
            return !state.equals(COSName.OFF);
        }
        return value instanceof COSString string && !string.getString().isBlank()
                || value instanceof COSStream
                || value instanceof COSArray array && array.size() > 0;
    }
}
