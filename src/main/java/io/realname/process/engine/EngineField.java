package io.realname.process.engine;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field of one of the engine's commands that has no getter. */
public final class EngineField {

    private final Field field;

    private EngineField(Field field) {
        this.field = field;
    }

    /** @throws IllegalStateException if the engine is another version, with other fields */
    public static EngineField of(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return new EngineField(field);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the engine is not the one this guard was made for", e);
        }
    }

    @Nullable
    public Object in(Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
