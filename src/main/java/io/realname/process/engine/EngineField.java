package io.realname.process.engine;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field without a getter, of one of the engine's commands. */
public final class EngineField {

    private final Field field;

    private EngineField(Field field) {
        this.field = field;
    }

    /** @throws IllegalStateException if this version of the engine has no such field */
    public static EngineField of(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return new EngineField(field);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(
                    "this version of the engine has no field " + owner.getSimpleName() + "." + name, e);
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
