package io.realname.evidence.pdf;

import io.realname.evidence.file.FileProblem;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.jspecify.annotations.Nullable;

/**
 * Finds characters in fonts that are not embedded in the PDF, if no other font can show them. For such a character
 * PDFBox draws a box, or the glyph with the same number in another font, which is another character.
 */
final class MissingGlyphs {

    /** Symbol fonts: their codes stand for pictures, and no other font has the same picture at the same code. */
    private static final Pattern FONTS_OF_PICTURES = Pattern.compile("(?i)wingding|webding|marlett|mt.?extra");

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{C}&&[^\\p{Co}]]*");

    /**
     * A glyph name that is the glyph's number in the missing font; FontBox would use it as a number in its own font.
     */
    private static final Pattern NUMBER = Pattern.compile("(?i)(g|gid|cid|glyph|index)[0-9]+");

    private static final String NOTHING = ".notdef";

    private final Map<PDFont, Optional<CMap>> toUnicode = new IdentityHashMap<>();

    /** @throws NotDrawnException if no available font can draw this character */
    void require(PDFont font, int code) throws IOException {
        if (font instanceof PDType3Font || font.isEmbedded() && !font.isDamaged()) {
            return;
        }
        boolean drawn =
                font instanceof PDType0Font composite ? isDrawn(composite, code) : isDrawn((PDSimpleFont) font, code);
        if (!drawn) {
            throw new NotDrawnException(FileProblem.PDF_FONT_MISSING);
        }
    }

    private static boolean isDrawn(PDSimpleFont font, int code) throws IOException {
        String name = font.getEncoding() == null ? NOTHING : font.getEncoding().getName(code);
        if (name.equals(NOTHING)) {
            return !isOfPictures(font);
        }
        String character = font.toUnicode(code);
        if (name.equals("space") || character != null && isBlank(character)) {
            return true;
        }
        return !isOfPictures(font) && !NUMBER.matcher(name).matches() && ((PDVectorFont) font).hasGlyph(code);
    }

    /**
     * Also true for a TrueType font with the flag "symbolic" and no encoding: the PDF does not say which glyphs it has.
     */
    private static boolean isOfPictures(PDSimpleFont font) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return FONTS_OF_PICTURES.matcher(String.valueOf(font.getName())).find()
                || font instanceof PDTrueTypeFont
                        && !font.isStandard14()
                        && descriptor != null
                        && descriptor.isSymbolic()
                        && !font.getCOSObject().containsKey(COSName.ENCODING);
    }

    private boolean isDrawn(PDType0Font font, int code) throws IOException {
        String character = character(font, code);
        if (character == null) {
            return false;
        }
        return isBlank(character) || isOne(character) && font.hasGlyph(code);
    }

    /** The character of a code; null if the PDF does not define it. Glyph numbers mean nothing without their font. */
    private @Nullable String character(PDType0Font font, int code) throws IOException {
        Optional<CMap> told = toUnicode.get(font);
        if (told == null) {
            told = toUnicode(font);
            toUnicode.put(font, told);
        }
        if (told.isPresent() && told.get().toUnicode(code) != null) {
            return font.toUnicode(code);
        }
        if (told.isPresent() && !hasPredefinedEncoding(font)) {
            return null;
        }
        return font.getCMapUCS2() == null ? null : font.toUnicode(code);
    }

    private static Optional<CMap> toUnicode(PDType0Font font) throws IOException {
        COSBase told = font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE);
        if (told instanceof COSStream stream) {
            return Optional.of(new CMapParser().parse(stream.createView()));
        }
        return Optional.empty();
    }

    private static boolean hasPredefinedEncoding(PDType0Font font) {
        return font.getCOSObject().getDictionaryObject(COSName.ENCODING) instanceof COSName name
                && !name.getName().startsWith("Identity");
    }

    private static boolean isBlank(String character) {
        return BLANK.matcher(character).matches();
    }

    private static boolean isOne(String character) {
        return character.codePointCount(0, character.length()) == 1;
    }
}
