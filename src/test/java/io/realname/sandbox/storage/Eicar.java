package io.realname.sandbox.storage;

import java.nio.charset.StandardCharsets;

/**
 * EICAR's test file, which every scanner reports as malware. Here it is split into pieces, so that scanners don't
 * report this source file.
 */
public final class Eicar {

    private Eicar() {}

    /** The 68 characters of the file. */
    public static String text() {
        return "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTI" + "VIRUS-TEST-FILE!" + "$H+H*";
    }

    public static byte[] bytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }
}
