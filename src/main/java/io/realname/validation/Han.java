package io.realname.validation;

/** Han characters of all planes, for the patterns of names. */
public final class Han {

    /**
     * One of them, as a regular expression. Written out rather than {@code \p{IsHan}}: the JDK knows the characters of
     * one Unicode version, registries go on adding.
     */
    public static final String CHARACTER =
            "[\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAD9\\x{20000}-\\x{2FFFD}\\x{30000}-\\x{3FFFD}]";

    private Han() {}
}
