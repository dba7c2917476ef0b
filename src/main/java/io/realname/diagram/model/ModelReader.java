package io.realname.diagram.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.Strings;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/** Reads files into {@link Models}. What cannot be read becomes a finding; the rest is read all the same. */
public final class ModelReader {

    /** How the model's parser states the place. */
    private static final Pattern WHERE =
            Pattern.compile("Line=(?<line>\\d+): (?:cvc-\\S+: )?(?<what>.+)", Pattern.DOTALL);

    private static final Pattern NO_SUCH_ID = Pattern.compile("no ID/IDREF binding for IDREF '(?<id>[^']*)'");

    private final List<Diagram> diagrams = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Finding> unreadable = new ArrayList<>();
    private final Collection<ModelFile> files;

    public ModelReader(Collection<ModelFile> files) {
        this.files = files;
        files.stream()
                .sorted(Comparator.comparing(ModelFile::name))
                .filter(file -> file.isDiagram() || file.isTable())
                .forEach(this::read);
    }

    /** Reads the diagrams only, and leaves out what cannot be read. */
    public static List<Diagram> diagrams(Collection<ModelFile> files) {
        return new ModelReader(files.stream().filter(ModelFile::isDiagram).toList()).diagrams;
    }

    public Models models(Collection<ModelFile> released, boolean whole) {
        return new Models(
                diagrams,
                tables,
                files.stream().map(ModelFile::name).collect(Collectors.toSet()),
                diagrams(released.stream().filter(this::isChanged).toList()),
                whole);
    }

    /** A diagram that stays as it is in use has the same ids. */
    private boolean isChanged(ModelFile released) {
        return files.stream().noneMatch(file -> Arrays.equals(file.bytes(), released.bytes()));
    }

    public List<Finding> unreadable() {
        return List.copyOf(unreadable);
    }

    private void read(ModelFile file) {
        try {
            if (file.isDiagram()) {
                readDiagram(file);
            } else {
                readTable(file);
            }
        } catch (ModelException e) {
            unreadable.add(Finding.of(file.name(), "this file cannot be read" + why(e), "Open it in Camunda Modeler."));
        }
    }

    private void readDiagram(ModelFile file) {
        Collection<Process> processes = ParsedFiles.diagram(file).getModelElementsByType(Process.class);
        if (processes.isEmpty()) {
            unreadable.add(Finding.of(file.name(), "this file contains no process.", "Draw one, or remove the file."));
        }
        processes.forEach(process -> diagrams.add(new Diagram(file.name(), process)));
    }

    private void readTable(ModelFile file) {
        Collection<Decision> decisions = ParsedFiles.table(file).getModelElementsByType(Decision.class);
        if (decisions.isEmpty()) {
            unreadable.add(Finding.of(file.name(), "this file contains no decision.", "Add one, or remove the file."));
        }
        decisions.forEach(decision -> tables.add(new Table(file.name(), decision)));
    }

    private static String why(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> WHERE.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .findFirst()
                .map(where -> ": line " + where.group("line") + ": " + words(where.group("what")))
                .orElse(", because it is no BPMN or DMN file of a version that the engine knows.");
    }

    /** Of what the parser says, the most frequent in plain words. */
    private static String words(String what) {
        Matcher reference = NO_SUCH_ID.matcher(what);
        return reference.find()
                ? "there is no element with the id " + reference.group("id") + ", but others refer to it."
                : Strings.CS.removeEnd(what, ".") + ".";
    }
}
