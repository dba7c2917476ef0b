package io.realname.process.door;

import io.realname.diagram.model.Finding;
import io.realname.diagram.model.ModelFile;
import io.realname.process.deployment.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the multipart form with which Camunda Modeler deploys (the engine's {@code POST /deployment/create}). All stays in
 * memory, because it is small.
 */
final class DeploymentForm {

    /** Bytes of the whole form: our own set has less than half a MiB. */
    static final int LARGEST_FORM = 4 * 1024 * 1024;

    static final int LARGEST_FILE = 1024 * 1024;
    static final int MOST_PARTS = 60;

    private static final int LONGEST_VALUE = 100;
    private static final String NAME = "deployment-name";
    private static final String SOURCE = "deployment-source";

    /** Whatever they say: all files are deployed together, and a set without a change is not. */
    private static final Set<String> FILTERS = Set.of("deploy-changed-only", "enable-duplicate-filtering");

    private final List<ModelFile> files = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String source;

    private DeploymentForm() {}

    /** @throws UnreadableFormException if it is too large, or no multipart form */
    static DeploymentForm read(HttpServletRequest request) throws IOException, UnreadableFormException {
        DeploymentForm form = new DeploymentForm();
        byte[] body = request.getInputStream().readNBytes(LARGEST_FORM + 1);
        if (body.length > LARGEST_FORM) {
            throw new UnreadableFormException(true);
        }
        FileUpload parser = new FileUpload();
        parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
        int parts = 0;
        try {
            FileItemIterator items = parser.getItemIterator(new Body(String.valueOf(request.getContentType()), body));
            while (items.hasNext()) {
                parts++;
                if (parts > MOST_PARTS) {
                    throw new UnreadableFormException(true);
                }
                form.add(items.next());
            }
        } catch (FileUploadException | IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableFormException(false);
        } catch (IOException e) {
            // The body is in memory: it is the form that ends too early or has a wrong header.
            throw new UnreadableFormException(false);
        }
        return form;
    }

    /** What is wrong with the form itself. */
    List<Finding> faults() {
        return List.copyOf(faults);
    }

    /** @param otherwise the name if the form has none */
    Submission submission(String otherwise) {
        return new Submission(name == null ? otherwise : name, source == null ? "REST" : source, files);
    }

    private void add(FileItemStream part) throws IOException {
        byte[] content;
        try (InputStream stream = part.openStream()) {
            content = stream.readAllBytes();
        }
        String field = String.valueOf(part.getFieldName());
        if (!part.isFormField()) {
            addFile(shown(part.getName()), content);
        } else if (field.equals(NAME)) {
            name = text(field, content);
        } else if (field.equals(SOURCE)) {
            source = text(field, content);
        } else if (!FILTERS.contains(field)) {
            faults.add(Finding.of(
                    shown(field),
                    "the form has this field, which is not known here, or it is a file that was sent without its name.",
                    "Leave it out; in Camunda Modeler, leave the tenant id empty."));
        }
    }

    private void addFile(String fileName, byte[] content) {
        if (content.length > LARGEST_FILE) {
            faults.add(Finding.of(fileName, "it is larger than 1 MiB.", "Look whether it is the right file."));
        } else {
            files.add(new ModelFile(fileName, content));
        }
    }

    private @Nullable String text(String field, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).strip();
        if (text.codePointCount(0, text.length()) > LONGEST_VALUE
                || text.chars().anyMatch(Character::isISOControl)) {
            faults.add(Finding.of(field, "it has more than 100 characters, or more than one line.", "Shorten it."));
        }
        return text.isEmpty() ? null : text;
    }

    /** A name in an answer: short, on one line, without the folders of somebody's computer. */
    private static String shown(@Nullable String sent) {
        String text = String.valueOf(sent);
        String cleaned = text.replaceAll("\\p{Cntrl}", "?").replace('\\', '/');
        String last = cleaned.startsWith("bpmn/") ? cleaned : cleaned.substring(cleaned.lastIndexOf('/') + 1);
        return last.length() <= LONGEST_VALUE ? last : last.substring(0, LONGEST_VALUE) + "…";
    }

    private record Body(String contentType, byte[] bytes) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
