package io.realname.evidence.file;

/** Why a file is refused. The names are the codes in answers to clients. */
public enum FileProblem {
    FILE_EMPTY,
    /** The sent file exceeds {@link EvidenceLimits#FILE_BYTES}, or the rewritten {@link EvidenceLimits#KEPT_BYTES}. */
    FILE_TOO_LARGE,
    /** Its content is neither JPEG nor PNG nor HEIC nor PDF. */
    FILE_TYPE_NOT_SUPPORTED,
    /** A HEIC picture, but no HEIC decoder is installed on the server. */
    HEIC_NOT_SUPPORTED,
    /** It begins like a file of its type, but cannot be read to its end. */
    FILE_CORRUPT,
    /** The scanner has found malware. */
    FILE_INFECTED,
    /** More pixels than {@link EvidenceLimits} allows. The size in bytes does not matter. */
    IMAGE_TOO_LARGE,
    /** Too few pixels: nobody could read a document in it. */
    IMAGE_TOO_SMALL,
    /** Cannot be opened without a password or a certificate. */
    PDF_ENCRYPTED,
    /** More than {@link EvidenceLimits#PDF_PAGES} pages. */
    PDF_TOO_LONG,
    /** Holds scripts, XFA forms, rich media, embedded files, or actions such as starting a program. */
    PDF_ACTIVE_CONTENT,
    /** Shows a picture in a format that the app cannot decode: JPEG 2000. */
    PDF_PICTURE_NOT_SUPPORTED,
    /** Shows characters in a font that is not embedded, and the fonts of the app do not have these characters. */
    PDF_FONT_MISSING,
    /** Has a filled-in field or an annotation without an appearance stream, and the app cannot create one. */
    PDF_LOOKS_MISSING,
    /**
     * More than {@link EvidenceLimits#OTHERS} files of the kind {@code OTHER}, or, in one request, a second file of any
     * other kind.
     */
    TOO_MANY_FILES,
    /** The application has already had {@link EvidenceLimits#FILES_EVER} files. */
    NO_MORE_FILES
}
