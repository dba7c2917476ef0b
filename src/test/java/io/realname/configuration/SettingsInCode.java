package io.realname.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.realname.RealnameApplication;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.ClassUtils;

/**
 * All settings that an operator may need: every one of ours, as {@code spring-boot-configuration-processor} wrote it down
 * when the code was compiled, and those of Spring and Camunda that we explain ({@link WrittenMeanings}).
 */
final class SettingsInCode {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern MANY = Pattern.compile("java\\.util\\.(?:List|Set)<(.+)>");
    private static final Pattern CODE = Pattern.compile("(?s)\\{@code (.*?)}");

    private final Map<String, String> yaml = new LinkedHashMap<>();
    private final RequiredSettings required = new RequiredSettings();

    private SettingsInCode() throws IOException {
        var file = new FileSystemResource(Path.of("src/main/resources/application.yaml"));
        new YamlPropertySourceLoader()
                .load("application", file)
                .forEach(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames())
                        .forEach(name -> yaml.put(name, String.valueOf(source.getProperty(name)))));
    }

    /** By their names. */
    static List<Setting> all() throws IOException {
        return new SettingsInCode().read();
    }

    private List<Setting> read() throws IOException {
        Map<String, Setting> settings = new TreeMap<>();
        for (URL place : Collections.list(ClassUtils.getDefaultClassLoader().getResources(METADATA))) {
            boolean ours = place.toString().startsWith(placeOfTheApp());
            for (JsonNode property : new ObjectMapper().readTree(place).path("properties")) {
                String name = property.path("name").asText();
                if (ours ? !name.startsWith("realname.") : !WrittenMeanings.MEANINGS.containsKey(name)) {
                    continue;
                }
                settingsOf(name, property).forEach(setting -> settings.put(setting.property(), setting));
            }
        }
        WrittenMeanings.BELOW_A_NAME.forEach((name, meaning) -> settings.put(
                name,
                new Setting(
                        name,
                        meaning,
                        name.endsWith(".scope") ? "list" : "text",
                        yaml.getOrDefault(name, "none").replaceAll("^(?!none$).*", "`$0`"),
                        required.of(name))));
        if (settings.keySet().stream().noneMatch(name -> name.startsWith("realname."))) {
            throw new IllegalStateException(placeOfTheApp() + METADATA + " is not there: compile anew, with clean");
        }
        return List.copyOf(settings.values());
    }

    private static String placeOfTheApp() {
        return RealnameApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
    }

    private List<Setting> settingsOf(String name, JsonNode property) {
        String type = property.path("type").asText();
        Matcher many = MANY.matcher(type);
        if (many.matches() && typeOf(many.group(1)).isRecord()) {
            List<Setting> parts = new ArrayList<>();
            for (RecordComponent part : typeOf(many.group(1)).getRecordComponents()) {
                parts.add(partOfMany(name + "[0]." + part.getName(), part));
            }
            return parts;
        }
        String meaning = WrittenMeanings.MEANINGS.getOrDefault(
                name, markdown(property.path("description").asText("")));
        return List.of(new Setting(name, meaning, words(type), otherwise(name, property), required.of(name)));
    }

    /** The processor says nothing of what a list is made of. */
    private static Setting partOfMany(String name, RecordComponent part) {
        DefaultValue otherwise = part.getAccessor()
                .getDeclaringClass()
                .getDeclaredConstructors()[0]
                .getParameters()[position(part)]
                .getAnnotation(DefaultValue.class);
        return new Setting(
                name,
                WrittenMeanings.MEANINGS.getOrDefault(name, ""),
                words(part.getGenericType().getTypeName()),
                otherwise == null ? "none" : "`" + String.join(",", otherwise.value()) + "`",
                otherwise == null ? "for each " + (name.contains(".clients[") ? "client" : "group") : "no");
    }

    private static int position(RecordComponent part) {
        return List.of(part.getDeclaringRecord().getRecordComponents()).stream()
                .map(RecordComponent::getName)
                .toList()
                .indexOf(part.getName());
    }

    private String otherwise(String name, JsonNode property) {
        JsonNode written = property.path("defaultValue");
        String value = yaml.get(name);
        if (value == null && written.isArray()) {
            List<String> values = new ArrayList<>();
            written.forEach(one -> values.add(one.asText()));
            value = String.join(",", values);
        } else if (value == null && !written.isMissingNode()) {
            value = written.asText();
        }
        return value == null || value.isEmpty() ? "none" : "`" + value + "`";
    }

    private static String words(String type) {
        Matcher many = MANY.matcher(type);
        if (many.matches()) {
            Class<?> of = typeOf(many.group(1));
            return of.isEnum()
                    ? "list of " + constants(of, ", ")
                    : of.getSimpleName().equals("Resource") ? "list of files" : "list";
        }
        return switch (type) {
            case "java.lang.String" -> "text";
            case "java.lang.Integer", "java.lang.Float", "java.math.BigDecimal" -> "number";
            case "java.lang.Boolean" -> "`true` or `false`";
            case "java.time.Duration" -> "duration";
            case "java.net.URI" -> "address";
            default -> constants(typeOf(type), " or ");
        };
    }

    private static String constants(Class<?> of, String between) {
        Object @Nullable [] constants = of.getEnumConstants();
        if (constants == null) {
            throw new IllegalStateException("Say in words what values of " + of.getName() + " look like");
        }
        return Stream.of(constants).map(one -> "`" + one + "`").collect(Collectors.joining(between));
    }

    private static Class<?> typeOf(String name) {
        return ClassUtils.resolveClassName(name, null);
    }

    private static String markdown(String javadoc) {
        return CODE.matcher(javadoc.replaceAll("\\s+", " "))
                .replaceAll(code -> Matcher.quoteReplacement("`" + code.group(1) + "`"))
                .replace("|", "\\|")
                .strip();
    }
}
