package io.realname.diagram.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file of a deployment: a diagram, a table or a form.
 *
 * @param name the name under which it is deployed, such as {@code bpmn/appeal.bpmn}
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by isSame only.
public record ModelFile(String name, byte[] bytes) {

    /** Its name without folders, such as {@code appeal.bpmn}. */
    public String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Whether the other file has the same name and the same content. */
    public boolean isSame(@Nullable ModelFile other) {
        return other != null && name.equals(other.name) && Arrays.equals(bytes, other.bytes);
    }

    public boolean isDiagram() {
        return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
    }

    public boolean isTable() {
        return name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
    }
}
