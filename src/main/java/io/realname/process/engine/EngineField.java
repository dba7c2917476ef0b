package io.realname.process.engine;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** A field without a getter, of a class of the engine or of what it works with. */
public final class EngineField {

    private final Field field;

    private EngineField(Field field) {
        this.field = field;
    }

    /** @throws IllegalStateException if this version of the class has no such field */
    public static EngineField of(Class<?> owner, String name) {
        Field field = ReflectionUtils.findField(owner, name);
        if (field == null) {
            throw new IllegalStateException("this version of " + owner.getName() + " has no field " + name);
        }
        ReflectionUtils.makeAccessible(field);
        return new EngineField(field);
    }

    @Nullable
    public Object in(Object owner) {
        return ReflectionUtils.getField(field, owner);
    }
}
