package io.realname.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an analyst sees who opens our diagrams in Camunda Modeler and clicks a step: its template. The canvas, the
 * properties panel and the templates are the Modeler's own libraries ({@code src/main/bpmn-io}).
 */
@BrowserTest
class ElementTemplatesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DIAGRAMS = Path.of("bpmn");
    private static final Path TEMPLATES = Path.of(".camunda/element-templates");

    private static final String PAGE = """
            <!doctype html><title>modeler</title>
            <style>#canvas { height: 800px; width: 1200px } #panel { height: 800px; width: 300px }</style>
            <div id="canvas"></div><div id="panel"></div>
            <script type="module">
              import { Modeler, BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule,
                ElementTemplatesPropertiesProviderModule, moddle } from './modeler.js';
              const modeler = new Modeler({ container: '#canvas', propertiesPanel: { parent: '#panel' }, moddleExtensions: { camunda: moddle },
                additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule,
                  ElementTemplatesPropertiesProviderModule] });
              window.faults = [];
              modeler.on('elementTemplates.errors', event => window.faults.push(...event.errors.map(error => error.message)));
              const select = modeler.get('selection').select.bind(modeler.get('selection'));
              // On a busy machine, the panel misses a selection now and then, as it does for people.
              const show = async element => {
                for (let tries = 1; tries <= 30; tries++) {
                  select(element);
                  for (const end = Date.now() + 2000; Date.now() < end;) {
                    if (document.getElementById('bio-properties-panel-id')?.value === element.id) {
                      return;
                    }
                    await new Promise(done => setTimeout(done, 5));
                  }
                  select([]);
                }
                throw new Error('the panel does not show ' + element.id);
              };
              window.templates = list => modeler.get('elementTemplatesLoader').setTemplates(list);
              window.open = async xml => {
                const { warnings } = await modeler.importXML(xml);
                return warnings.map(warning => warning.message);
              };
              window.steps = async () => {
                const found = [];
                for (const element of modeler.get('elementRegistry').filter(one => one.businessObject.get('camunda:modelerTemplate') && one.type !== 'label')) {
                  await show(element);
                  const panel = document.getElementById('panel');
                  const notice = panel.querySelector('.bio-properties-panel-template-not-found, .bio-properties-panel-template-update-available, .bio-properties-panel-template-incompatible');
                  found.push({ id: element.id, template: element.businessObject.get('camunda:modelerTemplate'),
                    shown: panel.querySelector('.bio-properties-panel-header-type')?.textContent ?? '', notice: notice?.textContent ?? '',
                    faults: [...panel.querySelectorAll('.bio-properties-panel-error')].map(one => one.textContent).join() });
                }
                return found;
              };
              window.ready = true;
            </script>
            """;

    private final Browser browser = Browsers.running();
    private final List<String> complaints = new ArrayList<>();
    private final Page page = BpmnIoPage.open(browser, PAGE, 1600, complaints);

    @Test
    void eachStepOfOurDiagramsShowsItsTemplate() throws IOException {
        Map<String, String> names = use(templates());
        List<Step> all = new ArrayList<>();
        for (Path diagram : BpmnIoPage.diagrams()) {
            all.addAll(steps(diagram));
        }

        assertThat(page.evaluate("() => window.faults")).isEqualTo(List.of());
        assertThat(all).hasSizeGreaterThan(80).allSatisfy(step -> {
            assertThat(step.shown()).isEqualToIgnoringCase(names.get(step.template()));
            assertThat(step.notice()).isEmpty();
            assertThat(step.faults()).isEmpty();
        });
        assertThat(complaints).isEmpty();
    }

    /** So that the test above can fail: a template that is missing is noticed. */
    @Test
    void aMissingTemplateIsNoticed() throws IOException {
        ArrayNode templates = templates();
        for (int n = 0; n < templates.size(); n++) {
            if (templates.get(n).at("/id").asText().equals("io.realname.send-mobile-code")) {
                templates.remove(n--);
            }
        }
        use(templates);

        assertThat(steps(DIAGRAMS.resolve("confirm-mobile.bpmn")))
                .filteredOn(step -> step.id().equals("SendMobileCode"))
                .singleElement()
                .satisfies(step -> assertThat(step.notice()).containsIgnoringCase("not found"));
    }

    private List<Step> steps(Path diagram) throws IOException {
        assertThat(page.evaluate("xml => window.open(xml)", Files.readString(diagram)))
                .as(diagram.toString())
                .isEqualTo(List.of());
        return ((List<?>) page.evaluate("() => window.steps()"))
                .stream().map(found -> JSON.convertValue(found, Step.class)).toList();
    }

    /** @return the templates' names by their ids */
    private Map<String, String> use(ArrayNode templates) throws JsonProcessingException {
        page.evaluate("json => window.templates(JSON.parse(json))", JSON.writeValueAsString(templates));
        Map<String, String> names = new java.util.HashMap<>();
        templates.forEach(template ->
                names.put(template.at("/id").asText(), template.at("/name").asText()));
        return names;
    }

    private static ArrayNode templates() throws IOException {
        ArrayNode all = JSON.createArrayNode();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var read = JSON.readTree(file.toFile());
                if (read.isArray()) {
                    read.forEach(all::add);
                } else {
                    all.add(read);
                }
            }
        }
        return all;
    }

    /**
     * @param shown the kind of step that the panel shows
     * @param notice what the panel says of a missing, old or unfitting template; empty if nothing
     */
    private record Step(String id, String template, String shown, String notice, String faults) {}
}
