package io.realname.diagram.model;

/**
 * A file of a deployment: a diagram, a table or a form.
 *
 * @param name the name under which it is deployed, such as {@code bpmn/appeal.bpmn}
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // The content is read once and never compared.
public record ModelFile(String name, byte[] bytes) {

    public boolean isDiagram() {
        return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
    }

    public boolean isTable() {
        return name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
    }
}
