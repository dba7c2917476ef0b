package io.realname.evidence.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the fonts that a PDF names but does not embed by fonts of the app. So a page looks the same on every
 * machine, and PDFBox does not search the machine's fonts for each PDF. {@link MissingGlyphs} checks whether a font has
 * a glyph.
 */
final class BundledFonts implements FontMapper {

    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String SYMBOLS = "fonts/DejaVuSans.ttf";
    private static final String CHINESE = "fonts/wqy-microhei.ttf";

    private static final Pattern NAMES_OF_SYMBOLS = Pattern.compile("(?i)symbol|dingbat");

    private @Nullable TrueTypeFont latin;
    private @Nullable TrueTypeFont symbols;
    private @Nullable TrueTypeFont chinese;

    private BundledFonts() {}

    /** Replaces PDFBox's choice among the machine's fonts, in the whole process. */
    static void use() {
        FontMappers.set(new BundledFonts());
    }

    /** Embeds the Chinese font in a PDF, so that every renderer can draw text in it. */
    static PDFont chineseIn(PDDocument document) throws IOException {
        TrueTypeFont font = read(CHINESE);
        document.registerTrueTypeFontForClosing(font);
        return PDType0Font.load(document, font, false);
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, @Nullable PDFontDescriptor fontDescriptor) {
        return new FontMapping<>(simple(baseFont), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, @Nullable PDFontDescriptor fontDescriptor) {
        return new FontMapping<>(simple(baseFont), true);
    }

    @Override
    public synchronized CIDFontMapping getCIDFont(
            String baseFont, @Nullable PDFontDescriptor fontDescriptor, @Nullable PDCIDSystemInfo cidSystemInfo) {
        chinese = chinese == null ? read(CHINESE) : chinese;
        return new CIDFontMapping(null, chinese, true);
    }

    private synchronized TrueTypeFont simple(@Nullable String baseFont) {
        if (baseFont != null && NAMES_OF_SYMBOLS.matcher(baseFont).find()) {
            symbols = symbols == null ? read(SYMBOLS) : symbols;
            return symbols;
        }
        latin = latin == null ? read(LATIN) : latin;
        return latin;
    }

    private static TrueTypeFont read(String resource) {
        try (InputStream in = BundledFonts.class.getResourceAsStream(resource)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
