package io.realname.evidence.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Searches all objects of a PDF for active content: certain actions, embedded files, XFA forms and rich media. */
final class PdfContent {

    /** Types ({@code /S}) of actions that do more than show another page, file or address (ISO 32000-1, table 198). */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "Movie", "Sound", "RichMediaExecute");

    /** The keys that {@code /EF} of a file specification may have (ISO 32000-1, table 44). */
    private static final Set<String> PLATFORMS = Set.of("F", "UF", "DOS", "Mac", "Unix");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();

    private PdfContent() {}

    static boolean isActive(COSDocument document) {
        PdfContent content = new PdfContent();
        content.add(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            content.add(document.getObjectFromPool(key));
        }
        return content.holdsActive();
    }

    private boolean holdsActive() {
        for (COSBase next = open.poll(); next != null; next = open.poll()) {
            if (next instanceof COSObject reference) {
                add(reference.getObject());
            } else if (next instanceof COSArray array) {
                array.forEach(this::add);
            } else if (next instanceof COSDictionary dictionary) {
                if (isActive(dictionary)) {
                    return true;
                }
                dictionary.getValues().forEach(this::add);
            }
        }
        return false;
    }

    /**
     * Decides by the type of a dictionary, not by its keys alone: a picture, font or button state may have any name.
     */
    private static boolean isActive(COSDictionary dictionary) {
        return isAction(dictionary) || carriesFile(dictionary) || isFormThatRuns(dictionary) || isMedia(dictionary);
    }

    private static boolean isAction(COSDictionary dictionary) {
        String type = dictionary.getNameAsString(COSName.TYPE);
        return ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
                && (type == null || type.equals("Action"));
    }

    private static boolean carriesFile(COSDictionary dictionary) {
        COSDictionary files = dictionary.getCOSDictionary(COSName.EF);
        return files != null
                && files.entrySet().stream()
                        .anyMatch(file -> PLATFORMS.contains(file.getKey().getName())
                                && files.getDictionaryObject(file.getKey()) instanceof COSStream);
    }

    private static boolean isFormThatRuns(COSDictionary catalog) {
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        return form != null && form.getDictionaryObject(COSName.XFA) != null;
    }

    private static boolean isMedia(COSDictionary annotation) {
        return "RichMedia".equals(annotation.getNameAsString(COSName.SUBTYPE));
    }

    private void add(@Nullable COSBase object) {
        if (object != null && seen.add(object)) {
            open.add(object);
        }
    }
}
