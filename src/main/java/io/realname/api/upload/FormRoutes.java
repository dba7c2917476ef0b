package io.realname.api.upload;

import java.util.Set;

/**
 * Where applications come as forms, with files in them.
 *
 * @param paths that a client may post a form to; files alone are added below them
 */
public record FormRoutes(Set<String> paths) {

    public FormRoutes {
        paths = Set.copyOf(paths);
    }
}
