package io.realname.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keysets, and the client with its secret, made by the app's own command. */
record NewKeys(Map<String, String> settings, String secret) {

    private static final Pattern LINE = Pattern.compile("^(REALNAME_\\w+)='?([^'\n]+)'?$", Pattern.MULTILINE);
    private static final Pattern SECRET = Pattern.compile("^# secret: (\\S+)$", Pattern.MULTILINE);

    static NewKeys of(Path jar) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "new-keys")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> settings = new HashMap<>();
        for (Matcher line = LINE.matcher(printed); line.find(); ) {
            settings.put(line.group(1), line.group(2));
        }
        Matcher secret = SECRET.matcher(printed);
        if (settings.size() < 3 || !secret.find()) {
            throw new IllegalStateException("new-keys printed something else");
        }
        return new NewKeys(settings, secret.group(1));
    }
}
