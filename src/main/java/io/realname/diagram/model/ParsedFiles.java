package io.realname.diagram.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.ModelInstance;

/**
 * Parses a file, or takes what was parsed of the same content before: who deploys one file has all others checked too. The
 * parser reads the schema anew for each file, which takes longer than to read the file. The rules only read the model,
 * and the model locks its document while it is read.
 */
final class ParsedFiles {

    /** Twice as many as a deployment has. */
    private static final int MOST = 40;

    private static final Cache<ByteBuffer, ModelInstance> PARSED = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private ParsedFiles() {}

    /** @throws ModelException if it is no BPMN */
    static BpmnModelInstance diagram(ModelFile file) {
        return (BpmnModelInstance)
                PARSED.get(key(file, 'b'), key -> Bpmn.readModelFromStream(new ByteArrayInputStream(file.bytes())));
    }

    /** @throws ModelException if it is no DMN */
    static DmnModelInstance table(ModelFile file) {
        return (DmnModelInstance)
                PARSED.get(key(file, 'd'), key -> Dmn.readModelFromStream(new ByteArrayInputStream(file.bytes())));
    }

    /** A copy: whoever has the file could change its bytes. */
    private static ByteBuffer key(ModelFile file, char kind) {
        return ByteBuffer.allocate(file.bytes().length + 1)
                .put(file.bytes())
                .put((byte) kind)
                .flip();
    }
}
