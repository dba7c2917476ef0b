package io.realname.evidence.file;

/** Why a file is refused. The names are the codes that clients are told. */
public enum FileProblem {
    FILE_EMPTY,
    /** Over {@link EvidenceLimits#FILE_BYTES} as it was sent, or made anew over {@link EvidenceLimits#KEPT_BYTES}. */
    FILE_TOO_LARGE,
    /** By its content it is neither JPEG nor PNG nor HEIC nor PDF. */
    FILE_TYPE_NOT_SUPPORTED,
    /** A HEIC picture, and nothing is installed here that reads it. */
    HEIC_NOT_SUPPORTED,
    /** It begins as its type does and cannot be read to its end. */
    FILE_CORRUPT,
    /** The scanner knows it as malware. */
    FILE_INFECTED,
    /** More pixels than {@link EvidenceLimits} allows, whatever the file's size. */
    IMAGE_TOO_LARGE,
    /** Too few pixels for anybody to read a document in it. */
    IMAGE_TOO_SMALL,
    /** Cannot be opened without a password, or a certificate. */
    PDF_ENCRYPTED,
    /** More than {@link EvidenceLimits#PDF_PAGES} pages. */
    PDF_TOO_LONG,
    /** Holds scripts, forms that run, other files, or starts programs. */
    PDF_ACTIVE_CONTENT,
    /** Shows a picture that nothing here can read: JPEG 2000. */
    PDF_PICTURE_NOT_SUPPORTED,
    /** Shows characters of a font that it does not bring and that no font here has. */
    PDF_FONT_MISSING,
    /** Has a field that is filled in or a mark that says nothing of how it looks, and cannot be drawn here either. */
    PDF_LOOKS_MISSING,
    /** More than {@link EvidenceLimits#OTHERS} other files, or at a time a second one of a kind that is there once. */
    TOO_MANY_FILES,
    /** The application has had {@link EvidenceLimits#FILES_EVER}. */
    NO_MORE_FILES
}
