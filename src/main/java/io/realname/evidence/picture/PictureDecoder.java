package io.realname.evidence.picture;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import io.realname.evidence.file.EvidenceType;
import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes the pixels of a picture in memory, and uses as little memory as possible. */
public final class PictureDecoder {

    /**
     * A picture with more bytes of pixels is decoded in strips. For each strip, the decoder starts again at the
     * beginning of the file: this takes more time, but not the memory of the whole picture. Together with the scaled
     * picture and the file, a picture takes 200 MB at most.
     */
    private static final int STRIP_BYTES = 100_000_000;

    /**
     * Warnings that part of the picture is missing; the decoder shows this part as grey. Other warnings, for example of
     * surplus bytes, do no harm.
     */
    private static final Pattern HALF_READ = Pattern.compile("(?i)premature|truncated|bad huffman|unexpected marker");

    private static final ImageReaderSpi JPEG = jpeg();

    private PictureDecoder() {}

    /**
     * Decodes a picture, opaque, and scales it down to a size; the size may also be that of the picture.
     *
     * @throws FileRefusedException {@code FILE_CORRUPT} if the picture cannot be read to its end
     * @throws ExaminationUnavailableException if there is no memory for it
     */
    static BufferedImage decode(EvidenceType type, Essentials picture, int width, int height)
            throws FileRefusedException {
        AtomicBoolean halfRead = new AtomicBoolean();
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        // ImageIO's default streams would write the picture into a temporary file.
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.content()))) {
            ImageReader reader = reader(type);
            try {
                noteHalfRead(reader, halfRead);
                reader.setInput(in, false, true);
                readStrips(reader, picture, new AreaAveraging(picture.width(), picture.height(), scaled));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                throw new ExaminationUnavailableException(Reason.BUSY, "no memory left for a picture");
            }
            throw new FileRefusedException(FileProblem.FILE_CORRUPT);
        }
        if (halfRead.get()) {
            throw new FileRefusedException(FileProblem.FILE_CORRUPT);
        }
        return scaled;
    }

    private static void readStrips(ImageReader reader, Essentials picture, AreaAveraging taker) throws IOException {
        int rows = Math.max(1, STRIP_BYTES / picture.bytesOfAPixel() / picture.width());
        @Nullable BufferedImage strip = null;
        for (int top = 0; top < picture.height(); top += rows) {
            int height = Math.min(rows, picture.height() - top);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(0, top, picture.width(), height));
            // The reader keeps the strip that it has read last. Reusing it saves the memory of a second strip.
            param.setDestination(strip);
            strip = reader.read(0, param);
            OpaqueRows.of(strip, height, taker);
        }
    }

    /** Whether a JPEG ends before its last pixel. It may lack the EOI marker. False for a file that is not a JPEG. */
    public static boolean isHalf(byte[] jpeg) {
        AtomicBoolean halfRead = new AtomicBoolean();
        byte[] ended = Arrays.copyOf(jpeg, jpeg.length + 2);
        ended[jpeg.length] = (byte) 0xFF;
        ended[jpeg.length + 1] = (byte) 0xD9;
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(ended))) {
            ImageReader reader = reader(EvidenceType.JPEG);
            try {
                noteHalfRead(reader, halfRead);
                reader.setInput(in, true, true);
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(8, 8, 0, 0);
                reader.read(0, param);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return halfRead.get();
        }
        return halfRead.get();
    }

    private static void noteHalfRead(ImageReader reader, AtomicBoolean halfRead) {
        reader.addIIOReadWarningListener((source, warning) -> {
            if (HALF_READ.matcher(warning).find()) {
                halfRead.set(true);
            }
        });
    }

    private static ImageReader reader(EvidenceType type) throws IOException {
        return switch (type) {
            case JPEG -> JPEG.createReaderInstance(null);
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case PDF -> throw new IllegalArgumentException("not a picture");
        };
    }

    /**
     * The JPEG reader works only if it is registered. In a packaged jar the registry may not find it, so this adds it.
     */
    private static ImageReaderSpi jpeg() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        JPEGImageReaderSpi known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (known != null) {
            return known;
        }
        JPEGImageReaderSpi added = new JPEGImageReaderSpi();
        registry.registerServiceProvider(added);
        return added;
    }
}
