package io.realname.api.upload;

import java.util.Set;

/**
 * The paths that take applications as forms with files.
 *
 * @param paths the paths to which a client may post a form; files alone are added below them
 */
public record FormRoutes(Set<String> paths) {

    public FormRoutes {
        paths = Set.copyOf(paths);
    }
}
