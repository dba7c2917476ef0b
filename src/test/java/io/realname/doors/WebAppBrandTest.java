package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Our files replace those of the same names in the web apps' jar. */
@RealnameTest
class WebAppBrandTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    @Autowired
    private Walk walk;

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyWebAppBearsOurNameAndLogo(String app) {
        assertThat(get("/camunda/app/" + app + "/scripts/config.js")).contains("vendor: 'realname'");
        assertThat(get("/camunda/app/" + app + "/styles/user-styles.css")).contains("assets/realname/brand.css");
        assertThat(get("/camunda/assets/realname/brand.css")).contains(".ce-eol-banner");
        assertThat(get("/camunda/assets/realname/logo.svg")).contains("<svg");
    }

    /** A newer web app has new texts; if ours lack one of them, the page would show its key. */
    @Test
    void tasklistSpeaksChineseWhereItSpeaksEnglish() throws JsonProcessingException {
        JsonNode english = json("/camunda/app/tasklist/locales/en.json");
        JsonNode chinese = json("/camunda/app/tasklist/locales/zh.json");

        assertThat(names(chinese.at("/labels"))).isEqualTo(names(english.at("/labels")));
        assertThat(names(chinese.at("/dateLocales"))).isEqualTo(names(english.at("/dateLocales")));
        names(english.at("/labels"))
                .forEach(label -> assertThat(placeholders(chinese.at("/labels").get(label)))
                        .as(label)
                        .isEqualTo(placeholders(english.at("/labels").get(label))));
    }

    /** The jar's files begin with a byte order mark. */
    private JsonNode json(String path) throws JsonProcessingException {
        return new ObjectMapper().readTree(get(path).replace("\uFEFF", ""));
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> placeholders(JsonNode words) {
        return PLACEHOLDER
                .matcher(words.asText())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String get(String path) {
        var reply = walk.mall().get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.response().body();
    }
}
