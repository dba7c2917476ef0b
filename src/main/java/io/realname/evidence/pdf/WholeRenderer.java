package io.realname.evidence.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws a page with all that is on it, or not at all. PDFBox by itself leaves out what it cannot read and goes on: a scan
 * would become a white page. A font that is missing is another matter; its text is shown in a similar one.
 */
final class WholeRenderer extends PDFRenderer {

    WholeRenderer(PDDocument document) {
        super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private static final class Drawer extends PageDrawer {

        /** Those that bring a picture: by its name, and in line. */
        private static final List<String> PICTURES = List.of("Do", "BI");

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            WholeStreams.require(image);
            super.drawImage(image);
        }

        @Override
        public void showForm(PDFormXObject form) throws IOException {
            WholeStreams.require(form.getStream());
            super.showForm(form);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
            WholeStreams.require(form.getStream());
            super.showTransparencyGroup(form);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
                throws IOException {
            if (PICTURES.contains(operator.getName())) {
                throw exception;
            }
            super.operatorException(operator, operands, exception);
        }
    }
}
