package io.realname.validation;

/** Han characters of all planes, for the patterns of names. */
public final class Han {

    /**
     * One Han character, as a regular expression. The ranges are written out: with {@code \p{IsHan}}, the JDK only
     * knows the characters of one Unicode version, but registries keep adding characters.
     */
    public static final String CHARACTER =
            "[\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAD9\\x{20000}-\\x{2FFFD}\\x{30000}-\\x{3FFFD}]";

    private Han() {}
}
