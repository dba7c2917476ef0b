package io.realname.process.deployment;

import io.realname.diagram.model.ModelFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files with which the next application starts.
 *
 * @param deployment the engine's id of the deployment that came last
 * @param name its name
 * @param files by their names, such as {@code bpmn/appeal.bpmn}
 */
record VersionInForce(String deployment, String name, Map<String, ModelFile> files) {

    VersionInForce {
        files = new TreeMap<>(files);
    }

    /** Those of the files that differ from the ones in force. */
    List<ModelFile> changed(Collection<ModelFile> sent) {
        return sent.stream()
                .filter(file -> !file.isSame(files.get(file.name())))
                .toList();
    }

    /** Whether two changes consist of the same files with the same content. */
    static boolean isSame(List<ModelFile> one, List<ModelFile> other) {
        return one.size() == other.size()
                && one.stream().allMatch(file -> other.stream().anyMatch(file::isSame));
    }

    /** All files, with these in place of those of the same name. */
    List<ModelFile> with(Collection<ModelFile> changed) {
        Map<String, ModelFile> all = new TreeMap<>(files);
        changed.forEach(file -> all.put(file.name(), file));
        return List.copyOf(all.values());
    }
}
