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

/** Reads the pixels of a picture, from memory and into no more memory than it has to. */
public final class PictureDecoder {

    /**
     * Larger ones are read in strips, each from the beginning of the file: that costs time, and not the memory of a whole
     * picture. With what is made of it, and the file itself, a picture takes 200 MB at most.
     */
    private static final int STRIP_BYTES = 100_000_000;

    /** What a decoder only warns of, and shows as grey. Others, of bytes too many for example, harm nobody. */
    private static final Pattern HALF_READ = Pattern.compile("(?i)premature|truncated|bad huffman|unexpected marker");

    private static final ImageReaderSpi JPEG = jpeg();

    private PictureDecoder() {}

    /**
     * The picture, opaque and scaled down to a size, or as large as it is.
     *
     * @throws FileRefusedException {@code FILE_CORRUPT} if it cannot be read to its end
     * @throws ExaminationUnavailableException if there is no memory for it
     */
    static BufferedImage decode(EvidenceType type, Essentials picture, int width, int height)
            throws FileRefusedException {
        AtomicBoolean halfRead = new AtomicBoolean();
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        // Not ImageIO's own streams: those put what they read into a file.
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
            // A reader keeps what it has read last: a second one beside it would take the same again.
            param.setDestination(strip);
            strip = reader.read(0, param);
            OpaqueRows.of(strip, height, taker);
        }
    }

    /** Whether a JPEG ends before its picture does. One without a mark at its end is whole; of others than JPEGs it is false. */
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

    /** Works once it is registered only; in a packaged jar the registry may not find it by itself. */
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
