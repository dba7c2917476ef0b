package io.realname.diagram.flow;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Models;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** The courses of all diagrams, by the ids of their processes. */
public final class Courses {

    private final Map<String, Course> courses = new LinkedHashMap<>();
    private final Names names;

    public Courses(Models models, Catalogue catalogue) {
        names = new Names(models, catalogue);
        for (Diagram diagram : models.diagrams()) {
            courses.put(diagram.key(), new Course(diagram, names, catalogue, handedOver(models, diagram)));
        }
    }

    public Optional<Course> of(String key) {
        return Optional.ofNullable(courses.get(key));
    }

    public Iterable<Course> all() {
        return courses.values();
    }

    public Names names() {
        return names;
    }

    /** What every caller hands over. */
    private static Set<String> handedOver(Models models, Diagram diagram) {
        return models.callsOf(diagram.key())
                .map(call -> Diagram.extensions(call.call(), CamundaIn.class).stream()
                        .filter(in -> in.getCamundaTarget() != null)
                        .map(CamundaIn::getCamundaTarget)
                        .collect(Collectors.<String, Set<String>>toCollection(HashSet::new)))
                .reduce((left, right) -> {
                    left.retainAll(right);
                    return left;
                })
                .orElse(Set.of());
    }
}
