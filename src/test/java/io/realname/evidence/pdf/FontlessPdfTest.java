package io.realname.evidence.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.realname.evidence.Pdfs;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PDFs that name fonts and do not bring them: shown as a viewer shows them, or refused. Never a box for a character. */
class FontlessPdfTest {

    private static final COSName FONT = COSName.getPDFName("F1");
    private static final String LICENCE = "统一社会信用代码福州样例商贸有限公司法定代表人林斌注册资本壹佰万元整";
    private static final String TRADITIONAL = "統一社會信用代碼福州樣例商貿有限公司法定代表人林斌註冊資本";
    private static final String JAPANESE = "日本国東京都千代田区株式会社見本の取締役たかはしタロウ登記";
    private static final String KOREAN = "대한민국서울특별시종로구주식회사견본대표이사김철수등록번호";

    @TempDir
    private Path folder;

    static Stream<Arguments> fonts() {
        Charset utf16 = StandardCharsets.UTF_16BE;
        return Stream.of(
                Arguments.of("STSong-Light", "CIDFontType0", "UniGB-UCS2-H", "GB1", utf16, LICENCE),
                Arguments.of("STSongStd-Light", "CIDFontType0", "UniGB-UTF16-H", "GB1", utf16, LICENCE),
                Arguments.of("STSong-Light", "CIDFontType0", "GBK-EUC-H", "GB1", Charset.forName("GBK"), LICENCE),
                Arguments.of("STSong-Light", "CIDFontType0", "GB-EUC-H", "GB1", Charset.forName("GB2312"), LICENCE),
                Arguments.of("SimSun", "CIDFontType2", "GBK-EUC-H", "GB1", Charset.forName("GBK"), LICENCE),
                Arguments.of("MicrosoftYaHei", "CIDFontType2", "UniGB-UCS2-H", "GB1", utf16, LICENCE),
                Arguments.of("MSung-Light", "CIDFontType0", "UniCNS-UCS2-H", "CNS1", utf16, TRADITIONAL),
                Arguments.of("MSung-Light", "CIDFontType0", "ETen-B5-H", "CNS1", Charset.forName("Big5"), TRADITIONAL),
                Arguments.of("HeiseiMin-W3", "CIDFontType0", "UniJIS-UCS2-H", "Japan1", utf16, JAPANESE),
                Arguments.of(
                        "HeiseiMin-W3",
                        "CIDFontType0",
                        "90ms-RKSJ-H",
                        "Japan1",
                        Charset.forName("windows-31j"),
                        JAPANESE),
                Arguments.of("HYSMyeongJo-Medium", "CIDFontType0", "UniKS-UCS2-H", "Korea1", utf16, KOREAN),
                Arguments.of(
                        "HYSMyeongJo-Medium",
                        "CIDFontType0",
                        "KSCms-UHC-H",
                        "Korea1",
                        Charset.forName("MS949"),
                        KOREAN));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("fonts")
    void charactersOfTheEastAreShown(
            String font, String kind, String encoding, String ordering, Charset charset, String text) throws Exception {
        byte[] pdf = written(font(font, kind, COSName.getPDFName(encoding), ordering), text.getBytes(charset));

        BufferedImage kept = Pages.kept(pdf);

        assertThat(Pages.likeness(kept, Pages.kept(withFont(text)))).isGreaterThan(0.97);
        Poppler.require();
        assertThat(Pages.likeness(kept, Poppler.page(pdf, fontsOf(BundledFonts.class, "wqy-microhei.ttf"))))
                .as("as Poppler shows it")
                .isGreaterThan(0.9);
    }

    /** The pages are compared well enough to tell characters from boxes and from other characters. */
    @Test
    void boxesAreNoticed() throws Exception {
        byte[] pdf = written(
                font("STSong-Light", "CIDFontType0", COSName.getPDFName("UniGB-UCS2-H"), "GB1"),
                LICENCE.getBytes(StandardCharsets.UTF_16BE));
        String other = new StringBuilder(LICENCE).reverse().toString();

        assertThat(Pages.likeness(Pages.kept(pdf), Pages.kept(withFont(other)))).isLessThan(0.8);
        Poppler.require();
        assertThat(Pages.likeness(Pages.kept(pdf), Poppler.page(pdf, fontsOf(BundledFonts.class, "DejaVuSans.ttf"))))
                .isLessThan(0.8);
    }

    /** As Windows programs write them: the numbers are those of glyphs in a font that is elsewhere; the text is told beside them. */
    @Test
    void numbersOfGlyphsAreReadByTheirText() throws Exception {
        COSDictionary font = font("MicrosoftYaHei", "CIDFontType2", COSName.IDENTITY_H, "Identity");
        StringBuilder codes = new StringBuilder();
        StringBuilder told = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" + LICENCE.length() + " beginbfchar\n");
        for (int i = 0; i < LICENCE.length(); i++) {
            codes.append("%04X".formatted(0x100 + i));
            told.append("<%04X> <%04X>\n".formatted(0x100 + i, (int) LICENCE.charAt(i)));
        }
        told.append("endbfchar\nendcmap\nend\nend");
        font.setItem(COSName.TO_UNICODE, stream(told.toString()));

        byte[] pdf = written(font, HexFormat.of().parseHex(codes));
        assertThat(Pages.likeness(Pages.kept(pdf), Pages.kept(withFont(LICENCE))))
                .isGreaterThan(0.97);

        byte[] oneMore = written(font, HexFormat.of().parseHex(codes + "0200"));
        assertThat(problem(oneMore)).isEqualTo(FileProblem.PDF_FONT_MISSING);
    }

    @Test
    void glyphsOfNobodyKnowsWhatAreRefused() {
        byte[] numbers = HexFormat.of().parseHex("0100010101020103");

        assertThat(problem(written(font("SimSun", "CIDFontType2", COSName.IDENTITY_H, "Identity"), numbers)))
                .isEqualTo(FileProblem.PDF_FONT_MISSING);
        COSDictionary named = simple("Type1", "CompanySans", null);
        COSDictionary encoding = new COSDictionary();
        COSArray differences = new COSArray();
        differences.add(COSInteger.get(1));
        differences.add(COSName.getPDFName("g36"));
        encoding.setItem(COSName.DIFFERENCES, differences);
        named.setItem(COSName.ENCODING, encoding);
        assertThat(problem(written(named, new byte[] {1}))).isEqualTo(FileProblem.PDF_FONT_MISSING);
        assertThat(problem(written(font("Calibri", "CIDFontType0", COSName.IDENTITY_H, "Identity"), numbers)))
                .isEqualTo(FileProblem.PDF_FONT_MISSING);
    }

    /** 㐀 is in the collection of STSong-Light, and in no font that comes with the app. */
    @Test
    void characterThatNoFontHasIsRefused() {
        byte[] rare = "林㐀".getBytes(StandardCharsets.UTF_16BE);
        COSDictionary font = font("STSong-Light", "CIDFontType0", COSName.getPDFName("UniGB-UCS2-H"), "GB1");

        assertThat(problem(written(font, rare))).isEqualTo(FileProblem.PDF_FONT_MISSING);
    }

    /** The tick of Word's forms is a letter of Wingdings: without that font it is a þ. */
    @Test
    void fontsOfPicturesAreRefused() {
        byte[] tick = {(byte) 0xFE};

        assertThat(problem(written(simple("TrueType", "Wingdings", "WinAnsiEncoding"), tick)))
                .isEqualTo(FileProblem.PDF_FONT_MISSING);
        COSDictionary ownSigns = simple("TrueType", "CompanySigns", null);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setInt(COSName.FLAGS, 4);
        ownSigns.setItem(COSName.FONT_DESC, descriptor);
        assertThat(problem(written(ownSigns, tick))).isEqualTo(FileProblem.PDF_FONT_MISSING);
    }

    @Test
    void fontsThatEveryViewerHasAreShown() throws Exception {
        byte[] text = "The seal of 福州".substring(0, 12).getBytes(StandardCharsets.US_ASCII);
        for (String name : new String[] {"Helvetica", "Times-Bold", "Courier", "ArialMT", "SimSun"}) {
            byte[] pdf = written(simple("TrueType", name, "WinAnsiEncoding"), text);
            assertThat(Pages.ink(Pages.kept(pdf), 0, 0, 1, 0.2)).as(name).isGreaterThan(0.2);
        }
        byte[] greek = written(simple("Type1", "Symbol", null), "abc".getBytes(StandardCharsets.US_ASCII));
        byte[] ticks = written(simple("Type1", "ZapfDingbats", null), "458".getBytes(StandardCharsets.US_ASCII));
        for (byte[] pdf : new byte[][] {greek, ticks}) {
            BufferedImage kept = Pages.kept(pdf);
            assertThat(Pages.ink(kept, 0, 0, 1, 0.2)).isGreaterThan(0.2);
            Poppler.require();
            assertThat(Pages.likeness(kept, Poppler.page(pdf, fontsOf(BundledFonts.class, "DejaVuSans.ttf"))))
                    .isGreaterThan(0.2);
        }
    }

    /** A scan that can be searched has its text over it, unseen, in a font of no consequence. */
    @Test
    void unseenTextNeedsNoFont() throws Exception {
        COSDictionary font = font("SimSun", "CIDFontType2", COSName.IDENTITY_H, "Identity");

        BufferedImage kept = Pages.kept(written(font, HexFormat.of().parseHex("01000101"), "3 Tr "));

        assertThat(Pages.ink(kept, 0, 0, 1, 1)).isLessThan(0.01);
    }

    /** Where the app runs there may be no home, no writable folder and no fonts. */
    @Test
    void processNeedsNoFontsOfTheMachine() throws Exception {
        byte[] pdf = written(
                font("STSong-Light", "CIDFontType0", COSName.getPDFName("UniGB-UCS2-H"), "GB1"),
                LICENCE.getBytes(StandardCharsets.UTF_16BE));

        assertThat(PdfProcess.remake(pdf).content().length)
                .isCloseTo(
                        PdfRemaking.remake(pdf).content().length, org.assertj.core.data.Percentage.withPercentage(1));
    }

    private static byte[] written(COSDictionary font, byte[] codes) {
        return written(font, codes, "");
    }

    /** A page with these codes in a font. */
    private static byte[] written(COSDictionary font, byte[] codes, String how) {
        return Pdfs.with(0, document -> {
            COSDictionary fonts = new COSDictionary();
            fonts.setItem(FONT, font);
            write(document, fonts, codes, how);
        });
    }

    private static byte[] withFont(String text) throws IOException {
        return Pdfs.with(0, document -> {
            try (InputStream in = BundledFonts.class.getResourceAsStream("fonts/wqy-microhei.ttf")) {
                PDType0Font font =
                        PDType0Font.load(document, new TTFParser().parse(new RandomAccessReadBuffer(in)), false);
                COSDictionary fonts = new COSDictionary();
                fonts.setItem(FONT, font.getCOSObject());
                write(document, fonts, font.encode(text), "");
            }
        });
    }

    private static void write(PDDocument document, COSDictionary fonts, byte[] codes, String how) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        String drawing = "BT " + how + "/F1 14 Tf 40 780 Td <" + HexFormat.of().formatHex(codes) + "> Tj ET";
        PDStream content = new PDStream(document);
        try (var out = content.getCOSObject().createOutputStream()) {
            out.write(drawing.getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(content);
        document.addPage(page);
    }

    private static COSDictionary font(String name, String kind, COSName encoding, String ordering) {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString(ordering));
        system.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, 6);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setName(COSName.SUBTYPE, kind);
        descendant.setName(COSName.BASE_FONT, name);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setItem(COSName.DW, COSInteger.get(1000));
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, encoding);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static COSDictionary simple(String kind, String name, @Nullable String encoding) {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setName(COSName.SUBTYPE, kind);
        font.setName(COSName.BASE_FONT, name);
        if (encoding != null) {
            font.setName(COSName.ENCODING, encoding);
        }
        return font;
    }

    private static COSStream stream(String text) throws IOException {
        COSStream stream = new COSStream();
        try (var out = stream.createOutputStream()) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private Path fontsOf(Class<?> owner, String name) throws IOException {
        Path fonts = Files.createDirectories(folder.resolve("fonts-of-" + name));
        try (InputStream in = owner.getResourceAsStream("fonts/" + name)) {
            Files.write(fonts.resolve(name), in.readAllBytes());
        }
        return fonts;
    }

    private static FileProblem problem(byte[] pdf) {
        FileRefusedException refused = catchThrowableOfType(FileRefusedException.class, () -> PdfRemaking.remake(pdf));
        assertThat(refused).as("refused").isNotNull();
        return refused.problem();
    }
}
