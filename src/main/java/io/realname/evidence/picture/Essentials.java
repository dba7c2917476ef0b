package io.realname.evidence.picture;

import org.jspecify.annotations.Nullable;

/**
 * What a picture is, without what else its file says.
 *
 * @param content a file of the same type with nothing in it that its pixels do not need: no metadata, profiles,
 *     thumbnails or trailing bytes ever reach a decoder
 * @param width in pixels, as the header says
 * @param height as above
 * @param bytesOfAPixel that a decoder takes at most
 * @param exif what says how the picture is to be turned, as it stood in the file
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
