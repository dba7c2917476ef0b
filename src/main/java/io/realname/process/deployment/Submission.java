package io.realname.process.deployment;

import io.realname.diagram.model.ModelFile;
import java.util.List;

/**
 * What an analyst sends: some or all files of the set.
 *
 * @param name what the analyst calls the change
 * @param source the program that sends it
 * @param files under the names that they have at the analyst's
 */
public record Submission(String name, String source, List<ModelFile> files) {

    public Submission {
        files = List.copyOf(files);
    }
}
