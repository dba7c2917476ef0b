package io.realname.evidence;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
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

/** Reads the pixels of a picture, from memory and into no more memory than it has to. */
final class PictureDecoder {

    /** Larger ones are thinned out while they are read, so that one takes 50 MB at most and not 200. */
    private static final double MOST_PIXELS = 12_000_000;

    /** What a decoder only warns of, and shows as grey. Others, of bytes too many for example, harm nobody. */
    private static final Pattern HALF_READ = Pattern.compile("(?i)premature|truncated|bad huffman|unexpected marker");

    private static final ImageReaderSpi JPEG = jpeg();

    private PictureDecoder() {}

    /** @throws FileRefusedException {@code FILE_CORRUPT} if it cannot be read to its end */
    static BufferedImage decode(EvidenceType type, Essentials picture) throws FileRefusedException {
        AtomicBoolean halfRead = new AtomicBoolean();
        // Not ImageIO's own streams: those put what they read into a file.
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.content()))) {
            ImageReader reader = reader(type);
            try {
                noteHalfRead(reader, halfRead);
                reader.setInput(in, true, true);
                BufferedImage decoded = reader.read(0, thinnedOut(reader.getDefaultReadParam(), picture));
                if (halfRead.get()) {
                    throw new FileRefusedException(FileProblem.FILE_CORRUPT);
                }
                return decoded;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new FileRefusedException(FileProblem.FILE_CORRUPT);
        }
    }

    /** Whether a JPEG ends before its picture does. One without a mark at its end is whole; of others than JPEGs it is false. */
    static boolean isHalf(byte[] jpeg) {
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

    private static ImageReadParam thinnedOut(ImageReadParam param, Essentials picture) {
        int every = (int) Math.ceil(Math.sqrt(picture.pixels() / MOST_PIXELS));
        param.setSourceSubsampling(every, every, 0, 0);
        return param;
    }
}
