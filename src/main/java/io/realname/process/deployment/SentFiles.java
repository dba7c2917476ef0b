package io.realname.process.deployment;

import io.realname.diagram.model.Finding;
import io.realname.diagram.model.ModelFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Files that an analyst sends, under the names that they have in force. The Modeler sends names without folders:
 * {@code appeal.bpmn} is {@code bpmn/appeal.bpmn}.
 *
 * @param files those whose names are known
 * @param faults what is wrong with the rest
 */
record SentFiles(List<ModelFile> files, List<Finding> faults) {

    SentFiles {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    static SentFiles of(Collection<ModelFile> sent, VersionInForce inForce) {
        Map<String, String> known = new HashMap<>();
        inForce.files().values().forEach(file -> {
            known.put(file.name(), file.name());
            known.put(file.shortName(), file.name());
        });
        Map<String, ModelFile> files = new TreeMap<>();
        List<Finding> faults = new ArrayList<>();
        if (sent.isEmpty()) {
            faults.add(Finding.of("this deployment", "it has no file.", "Send at least one diagram or table."));
        }
        for (ModelFile file : sent) {
            String name = known.get(file.name());
            if (name == null) {
                faults.add(unknown(file.name(), inForce));
                continue;
            }
            ModelFile named = new ModelFile(name, file.bytes());
            if (files.containsKey(name)) {
                faults.add(Finding.of(name, "it was sent twice.", "Leave one of them out."));
            } else if (isForm(named) && !named.isSame(inForce.files().get(name))) {
                faults.add(Finding.of(
                        name,
                        "a form is a program that runs in the reviewers' browsers, so it comes with a new version of the"
                                + " application only.",
                        "Leave it out."));
            } else {
                files.put(name, named);
            }
        }
        return new SentFiles(List.copyOf(files.values()), faults);
    }

    /**
     * With a fault more if the name is that of the application's own deployments. At its next start the application would
     * take such a deployment for its own former one, and replace it.
     */
    SentFiles named(String name, String ownName) {
        if (!name.equals(ownName)) {
            return this;
        }
        List<Finding> more = new ArrayList<>(faults);
        more.add(Finding.of("deployment-name", "the application's own deployments have this name.", "Choose another."));
        return new SentFiles(files, more);
    }

    private static boolean isForm(ModelFile file) {
        return !file.isDiagram() && !file.isTable();
    }

    private static Finding unknown(String name, VersionInForce inForce) {
        return Finding.of(
                name,
                "the application has no file of this name. A new file comes with a new version of the application.",
                "Its files are "
                        + inForce.files().values().stream()
                                .map(ModelFile::shortName)
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
