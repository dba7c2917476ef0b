package io.realname.process.engine;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** A field of one of the engine's commands that has no getter. */
public final class EngineField {

    private final Field field;

    private EngineField(Field field) {
        this.field = field;
    }

    /** @throws IllegalStateException if the engine is another version, with other fields */
    public static EngineField of(Class<?> owner, String name) {
        Field field = ReflectionUtils.findField(owner, name);
        if (field == null) {
            throw new IllegalStateException("the engine is not the one this guard was made for: no " + name);
        }
        ReflectionUtils.makeAccessible(field);
        return new EngineField(field);
    }

    @Nullable
    public Object in(Object owner) {
        return ReflectionUtils.getField(field, owner);
    }
}
