package io.realname.process.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;

/** A model that is named by its path in the project. */
final class DeployedModel extends AbstractResource implements ContextResource {

    private static final String FOLDER = "bpmn/";

    private final Resource model;
    private final String name;

    private DeployedModel(Resource model, String name) {
        this.model = model;
        this.name = name;
    }

    /** @throws IllegalStateException if it is not in the folder of models */
    static DeployedModel of(Resource model) {
        try {
            String url = model.getURL().toString();
            int folder = url.lastIndexOf('/' + FOLDER);
            if (folder < 0) {
                throw new IllegalStateException("not a model of ours: " + url);
            }
            return new DeployedModel(model, url.substring(folder + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getPathWithinContext() {
        return name;
    }

    @Override
    public String getDescription() {
        return "model [" + name + "]";
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return model.getInputStream();
    }
}
