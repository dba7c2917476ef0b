package io.realname.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A page with the bundled libraries of bpmn.io, without the app. Its script says that it is ready by {@code window.ready}. */
final class BpmnIoPage {

    private static final String ADDRESS = "http://bpmn-io.test/";
    private static final Path VIEWER = Path.of("src/main/resources/static/diagrams/bpmn-io");
    private static final Path MODELER = Path.of("src/test/resources/io/realname/browser");
    private static final Path DIAGRAMS = Path.of("bpmn");

    private BpmnIoPage() {}

    static Page open(Browser browser, String html, int width, List<String> complaints) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 1200));
        page.onPageError(complaints::add);
        page.route(ADDRESS + "**", route -> fulfill(route, html));
        page.navigate(ADDRESS);
        page.waitForFunction("() => window.ready");
        return page;
    }

    /** Our diagrams, by their names. */
    static List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.list(DIAGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    private static void fulfill(Route route, String html) {
        String name = route.request().url().substring(ADDRESS.length());
        if (name.isEmpty()) {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(html));
            return;
        }
        Path file = Stream.of(VIEWER.resolve(name), MODELER.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        try {
            if (file == null) {
                route.fulfill(new Route.FulfillOptions().setStatus(404));
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType(name.endsWith(".css") ? "text/css" : "text/javascript")
                        .setBodyBytes(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
