package io.realname.evidence.picture;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a picture file that its pixels need.
 *
 * @param content a file of the same type that holds only these parts: metadata, profiles, thumbnails and trailing bytes
 *     never reach a decoder
 * @param width in pixels, from the header
 * @param height in pixels, from the header
 * @param bytesOfAPixel memory that a decoder needs for a pixel at most
 * @param exif the EXIF data of the file, unchanged, for the {@link Orientation}; null if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
record Essentials(byte[] content, int width, int height, int bytesOfAPixel, byte @Nullable [] exif) {

    long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return "Essentials[width=" + width + ", height=" + height + "]";
    }
}
