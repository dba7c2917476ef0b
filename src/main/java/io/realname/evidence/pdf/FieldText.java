package io.realname.evidence.pdf;

import io.realname.evidence.file.FileProblem;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a font that has all characters for the text of fields and notes, which a viewer has to lay out itself. The
 * fonts that forms name for this text have only Latin letters or are not in the PDF.
 */
final class FieldText {

    private static final COSName CHINESE = COSName.getPDFName("BundledChinese");
    private static final Pattern FONT = Pattern.compile("/(\\S+)(\\s+-?[\\d.]+\\s+Tf)");
    private static final Pattern LATIN = Pattern.compile("[\\s\\x20-\\x7E]*");

    private final PDDocument document;
    private final PDAcroForm form;
    private @Nullable PDFont chinese;

    FieldText(PDDocument document, PDAcroForm form) {
        this.document = document;
        this.form = form;
    }

    /**
     * Changes the font in the default appearance of a field, widget or note if the font may lack characters of the
     * text.
     *
     * @throws NotDrawnException if the replacement font does not have all characters of the text
     */
    void makeLegible(COSDictionary field, String appearance, String text) throws IOException {
        Matcher font = FONT.matcher(appearance);
        if (!font.find()) {
            use(field, "/" + CHINESE.getName() + " 0 Tf 0 g", text);
        } else if (!LATIN.matcher(text).matches() || !isSimple(font.group(1))) {
            use(field, font.replaceFirst(Matcher.quoteReplacement("/" + CHINESE.getName()) + "$2"), text);
        }
    }

    private boolean isSimple(String name) throws IOException {
        PDResources resources = form.getDefaultResources();
        return resources != null && resources.getFont(COSName.getPDFName(name)) instanceof PDSimpleFont;
    }

    private void use(COSDictionary field, String appearance, String text) throws IOException {
        try {
            chinese().encode(text.replaceAll("\\s", " "));
        } catch (IllegalArgumentException e) {
            throw new NotDrawnException(FileProblem.PDF_FONT_MISSING);
        }
        field.setString(COSName.DA, appearance);
    }

    private PDFont chinese() throws IOException {
        if (chinese == null) {
            chinese = BundledFonts.chineseIn(document);
            PDResources resources = form.getDefaultResources();
            if (resources == null) {
                resources = new PDResources();
                form.setDefaultResources(resources);
            }
            resources.put(CHINESE, chinese);
        }
        return chinese;
    }
}
