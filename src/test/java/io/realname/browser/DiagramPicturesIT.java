package io.realname.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pictures of the analyst's guide are those of the diagrams. {@code bpmn/write-pictures} draws them again. */
@BrowserTest
class DiagramPicturesIT {

    private static final boolean WRITE = "write".equals(System.getProperty("documents"));
    private static final Path PICTURES = Path.of("bpmn/pictures");
    private static final int WIDTH = 1600;

    private static final String PAGE = """
            <!doctype html><title>pictures</title><link rel="stylesheet" href="viewer.css">
            <style>body { margin: 0; background: #fff } #canvas { width: 100%; height: 1200px } .bjs-powered-by { display: none !important }</style>
            <div id="canvas"></div>
            <script type="module">
              import { BpmnViewer } from './viewer.js';
              const viewer = new BpmnViewer({ container: '#canvas' });
              window.draw = async xml => {
                const holder = document.getElementById('canvas');
                holder.style.height = '1200px';
                const { warnings } = await viewer.importXML(xml);
                const canvas = viewer.get('canvas');
                const box = canvas.viewbox().inner;
                // A wide diagram in its own size, so that its labels can be read.
                holder.style.width = Math.max(1600, Math.ceil(box.width + 60)) + 'px';
                canvas.resized();
                holder.style.height = Math.ceil((box.height + 60) * Math.min(1.5, holder.clientWidth / (box.width + 60))) + 'px';
                canvas.resized();
                canvas.zoom('fit-viewport', 'auto');
                return warnings.map(warning => warning.message);
              };
              window.ready = true;
            </script>
            """;

    private final Browser browser = Browsers.running();
    private final List<String> complaints = new ArrayList<>();
    private final Page page = BpmnIoPage.open(browser, PAGE, WIDTH, complaints);

    @Test
    void eachPictureShowsItsDiagram() throws IOException {
        for (Path diagram : BpmnIoPage.diagrams()) {
            byte[] drawn = draw(Files.readString(diagram));
            Path picture = PICTURES.resolve(diagram.getFileName().toString().replace(".bpmn", ".png"));
            if (WRITE) {
                Files.write(picture, drawn);
            }
            assertThat(differs(Files.readAllBytes(picture), drawn))
                    .as("%s is not the picture of %s: run bpmn/write-pictures", picture, diagram)
                    .isFalse();
        }
        assertThat(complaints).isEmpty();
    }

    /** So that the test above can fail: one label more or less, and a step that is drawn elsewhere, are noticed. */
    @Test
    void aChangeIsNoticed() throws IOException {
        String diagram = Files.readString(Path.of("bpmn/confirm-mobile.bpmn"));
        byte[] picture = draw(diagram);

        assertThat(differs(picture, draw(diagram))).isFalse();
        assertThat(differs(picture, draw(diagram.replace("name=\"Check sending limits\"", "name=\"Check\""))))
                .isTrue();
        assertThat(differs(
                        picture,
                        draw(diagram.replace("<dc:Bounds x=\"670\" y=\"150\"", "<dc:Bounds x=\"670\" y=\"170\""))))
                .isTrue();
    }

    private byte[] draw(String diagram) {
        assertThat(page.evaluate("xml => window.draw(xml)", diagram)).isEqualTo(List.of());
        return page.locator("#canvas").screenshot(new Locator.ScreenshotOptions());
    }

    private static boolean differs(byte[] one, byte[] other) throws IOException {
        Ink first = new Ink(one);
        Ink second = new Ink(other);
        return Math.abs(first.height() - second.height()) > 2 || first.hasMoreThan(second) || second.hasMoreThan(first);
    }
}
