package io.realname.trail;

import java.util.UUID;

/**
 * A difference between the trail and the tables.
 *
 * @param about the id of a binding or of another application, or where the stream is broken; may be empty
 */
public record TrailFinding(UUID application, Kind kind, String about) {

    /** What differs. */
    public enum Kind {
        /** The stream is not as the program wrote it. Nothing else of the application was compared. */
        STREAM,
        /** The registration: client, kind, site and followed application. */
        REGISTRATION,
        /** Whether and how the application ended. */
        END,
        /** Which application follows which one. */
        FOLLOWING,
        /** A binding that only one side has, or that differs. */
        BINDING,
        /** Whether a binding was released. */
        RELEASE,
        /** An account that only one side has as an enterprise's, or whose enterprise differs. */
        ENTERPRISE,
        /** There is a trail, but no such application. */
        APPLICATION_GONE
    }

    @Override
    public String toString() {
        return "application " + application + ": " + kind + (about.isEmpty() ? "" : " " + about);
    }
}
