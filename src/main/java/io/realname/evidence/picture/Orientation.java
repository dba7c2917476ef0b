package io.realname.evidence.picture;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/**
 * How a picture must be rotated or mirrored so that it is upright.
 *
 * @param code the EXIF orientation, 1 (no change) to 8
 */
record Orientation(int code) {

    static final Orientation AS_IT_IS = new Orientation(1);

    /** The orientation in the EXIF data; {@link #AS_IT_IS} if there is none or its value is not 1 to 8. */
    static Orientation of(byte @Nullable [] exif) {
        if (exif == null) {
            return AS_IT_IS;
        }
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(exif), metadata);
        Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer code = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return code == null || code < 1 || code > 8 ? AS_IT_IS : new Orientation(code);
    }

    boolean isUpright() {
        return code == 1;
    }

    boolean swapsSides() {
        return code >= 5;
    }

    /** Maps the pixels of a picture of this size to their places in the upright picture. */
    AffineTransform transform(int width, int height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
