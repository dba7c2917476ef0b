package io.realname.diagram;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.ModelFile;
import io.realname.diagram.model.ModelReader;
import io.realname.diagram.rule.Rule;
import io.realname.diagram.table.TableRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All rules that diagrams and tables keep. Needs neither an engine nor a database. */
public final class DiagramRules {

    private final Catalogue catalogue;

    /** @param catalogue what the application offers to diagrams */
    public DiagramRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Checks the models of one deployment, which may be some of the application's.
     *
     * @param files the diagrams, tables and forms that are deployed together, in any order
     * @param released the diagrams that are in use, whose ids must not change; may be empty
     * @return what was found, by file; empty if all is well
     */
    public List<Finding> ofDeployment(Collection<ModelFile> files, Collection<ModelFile> released) {
        return check(files, released, false);
    }

    /**
     * Checks all models of the application: as a deployment, and whether one is missing.
     *
     * @param files as {@link #ofDeployment}
     * @param released as {@link #ofDeployment}
     */
    public List<Finding> ofAll(Collection<ModelFile> files, Collection<ModelFile> released) {
        return check(files, released, true);
    }

    private List<Finding> check(Collection<ModelFile> files, Collection<ModelFile> released, boolean whole) {
        ModelReader reader = new ModelReader(files);
        List<Finding> found = new ArrayList<>(reader.unreadable());
        // What cannot be read is missing everywhere: only the file itself is worth a finding.
        if (found.isEmpty()) {
            Checked checked = Checked.of(reader.models(released, whole), catalogue);
            Stream.concat(Rule.OF_DIAGRAMS.stream(), TableRules.ALL.stream())
                    .flatMap(rule -> rule.check(checked))
                    .distinct()
                    .forEach(found::add);
        }
        found.sort(Finding.BY_FILE);
        return found;
    }
}
