package io.realname.evidence.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.rendering.RenderDestination;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Draws a page completely, or throws. PDFBox alone leaves out what it cannot read and continues: a scan would become a
 * white page. Text in a font that is not embedded is drawn in one of the {@link BundledFonts}. Layers are shown as on a
 * screen.
 */
final class StrictRenderer extends PDFRenderer {

    private static final COSName USAGE = COSName.getPDFName("Usage");

    private final MissingGlyphs missingGlyphs = new MissingGlyphs();

    StrictRenderer(PDDocument document) {
        super(document);
        setDefaultDestination(RenderDestination.VIEW);
        showLayersAsOnAScreen(document);
    }

    /**
     * For a layer without settings for the screen, PDFBox would use its settings for print or export; removes these.
     */
    private static void showLayersAsOnAScreen(PDDocument document) {
        PDOptionalContentProperties layers = document.getDocumentCatalog().getOCProperties();
        if (layers != null) {
            for (PDOptionalContentGroup layer : layers.getOptionalContentGroups()) {
                COSDictionary usage = layer.getCOSObject().getCOSDictionary(USAGE);
                if (usage != null) {
                    usage.removeItem(COSName.EXPORT);
                    usage.removeItem(COSName.PRINT);
                }
            }
        }
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters, missingGlyphs);
    }

    private static final class Drawer extends PageDrawer {

        /** The operators that draw a picture: by its name, and inline. */
        private static final List<String> PICTURES = List.of("Do", "BI");

        private final MissingGlyphs missingGlyphs;

        Drawer(PageDrawerParameters parameters, MissingGlyphs missingGlyphs) throws IOException {
            super(parameters);
            this.missingGlyphs = missingGlyphs;
        }

        /** Does not check invisible text: programs put it over a scan to make the scan searchable. */
        @Override
        protected void showFontGlyph(Matrix textRenderingMatrix, PDFont font, int code, Vector displacement)
                throws IOException {
            if (getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER) {
                missingGlyphs.require(font, code);
            }
            super.showFontGlyph(textRenderingMatrix, font, code, displacement);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            CompleteStreams.require(image);
            super.drawImage(image);
        }

        @Override
        public void showForm(PDFormXObject form) throws IOException {
            CompleteStreams.require(form.getStream());
            super.showForm(form);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
            CompleteStreams.require(form.getStream());
            super.showTransparencyGroup(form);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
                throws IOException {
            if (exception instanceof NotDrawnException || PICTURES.contains(operator.getName())) {
                throw exception;
            }
            super.operatorException(operator, operands, exception);
        }
    }
}
