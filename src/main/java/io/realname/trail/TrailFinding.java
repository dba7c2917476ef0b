package io.realname.trail;

import java.util.UUID;

/**
 * Something that trail and tables do not agree on.
 *
 * @param about what of it: the id of a binding or of another application, or where the stream is broken; may be empty
 */
public record TrailFinding(UUID application, Kind kind, String about) {

    /** What does not agree. */
    public enum Kind {
        /** The stream itself is not as it was written; nothing else of the application was looked at. */
        STREAM,
        /** Who registered it, as what and where. */
        REGISTRATION,
        /** Whether and how it ended. */
        END,
        /** Which application follows which. */
        FOLLOWING,
        /** A binding of one side that the other does not know, or knows otherwise. */
        BINDING,
        /** Whether a binding was released. */
        RELEASE,
        /** An account that one side says is an enterprise's, and the other not, or another's. */
        ENTERPRISE,
        /** A trail of an application that is not there. */
        APPLICATION_GONE
    }

    @Override
    public String toString() {
        return "application " + application + ": " + kind + (about.isEmpty() ? "" : " " + about);
    }
}
