package io.realname.evidence.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.evidence.Hostile;
import io.realname.evidence.Pictures;
import io.realname.evidence.file.FileRefusedException;
import org.junit.jupiter.api.Test;

/** What gets as far as a decoder: nothing that its pixels do not need. */
class EssentialsTest {

    private static final byte[] WORDS = Hostile.ascii("written by somebody");

    @Test
    void pngIsItsPixels() throws FileRefusedException {
        byte[] png = Pictures.png(300, 200);
        byte[] more = png;
        for (String chunk : new String[] {"zTXt", "iTXt", "tEXt", "iCCP", "eXIf", "prVt"}) {
            more = Hostile.withChunk(more, chunk, WORDS);
        }
        Essentials essentials = PngEssentials.of(Hostile.join(more, WORDS));

        assertThat(essentials.content()).isEqualTo(PngEssentials.of(png).content());
        assertThat(essentials.exif()).isEqualTo(WORDS);
        assertThat(essentials.width()).isEqualTo(300);
        assertThat(essentials.height()).isEqualTo(200);
    }

    @Test
    void jpegIsItsPixels() throws FileRefusedException {
        byte[] jpeg = Pictures.jpeg(300, 200);
        byte[] more = jpeg;
        for (int marker : new int[] {0xE1, 0xE2, 0xED, 0xEE, 0xEF, 0xFE}) {
            more = Hostile.withSegment(more, marker, WORDS);
        }
        more = Hostile.withSegment(more, 0xE1, Hostile.join(Hostile.ascii("Exif\0\0"), WORDS));
        Essentials essentials = JpegEssentials.of(Hostile.join(more, WORDS));

        assertThat(essentials.content()).isEqualTo(JpegEssentials.of(jpeg).content());
        assertThat(essentials.exif()).isEqualTo(WORDS);
        assertThat(essentials.width()).isEqualTo(300);
        assertThat(essentials.height()).isEqualTo(200);
    }
}
