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
import org.jspecify.annotations.Nullable;

/** Looks through all objects of a PDF for what runs, starts or carries something. */
final class PdfContent {

    /** Keys that nothing else has. */
    private static final Set<String> KEYS = Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMedia");

    /** Values of {@code /S} of actions that do more than show another page or address. */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute");

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

    private static boolean isActive(COSDictionary dictionary) {
        return dictionary.keySet().stream().map(COSName::getName).anyMatch(KEYS::contains)
                || ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)));
    }

    private void add(@Nullable COSBase object) {
        if (object != null && seen.add(object)) {
            open.add(object);
        }
    }
}
