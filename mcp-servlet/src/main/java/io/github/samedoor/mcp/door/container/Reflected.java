/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object of a container, whose classes this library isn't compiled against.
 *
 * <p>A method is called through a public type that declares it, so that no module has to be opened for it.
 *
 * @param object the object
 */
record Reflected(Object object) {
    /** Calls a method without parameters that must return something. */
    Reflected call(String method) {
        return new Reflected(callForValue(method).orElseThrow(() -> unreadable(method, "it returned nothing")));
    }

    /** Calls a method with one text parameter that must return something. */
    Reflected call(String method, String argument) {
        Object value = invoke(publicMethod(method, String.class), argument);
        if (value == null) {
            throw unreadable(method, "it returned nothing");
        }
        return new Reflected(value);
    }

    /** Calls a method without parameters that may return null. */
    Optional<Object> callForValue(String method) {
        return Optional.ofNullable(invoke(publicMethod(method)));
    }

    /** Finds a method once that is to be called often; it returns an array or a list. */
    Supplier<Object[]> list(String method) {
        Method found = publicMethod(method);
        return () -> {
            Object value = invoke(found);
            return value instanceof Collection<?> collection
                    ? collection.toArray()
                    : new Reflected(value == null ? new Object[0] : value).array();
        };
    }

    /** Tells whether the object's class or one above it has a method of this name, private ones among them. */
    boolean declares(String method) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            if (Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(each -> each.getName().equals(method))) {
                return true;
            }
        }
        return false;
    }

    Object[] array() {
        if (object instanceof Object[] array) {
            return array;
        }
        throw new UnreadableContainerException(object.getClass().getName() + " isn't the array that was expected");
    }

    Iterable<?> iterable() {
        if (object instanceof Iterable<?> iterable) {
            return iterable;
        }
        throw new UnreadableContainerException(object.getClass().getName() + " isn't the list that was expected");
    }

    String text() {
        return object.toString();
    }

    private @Nullable Object invoke(Method method, Object... arguments) {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw new UnreadableContainerException(describe(method.getName()) + " failed", e);
        } catch (IllegalAccessException e) {
            throw new UnreadableContainerException(describe(method.getName()) + " can't be called", e);
        }
    }

    private Method publicMethod(String name, Class<?>... parameters) {
        Deque<Class<?>> types = new ArrayDeque<>();
        types.add(object.getClass());
        while (!types.isEmpty()) {
            Class<?> type = types.remove();
            if (Modifier.isPublic(type.getModifiers())) {
                try {
                    return type.getMethod(name, parameters);
                } catch (NoSuchMethodException e) {
                    // a supertype may declare it
                }
            }
            if (type.getSuperclass() != null) {
                types.add(type.getSuperclass());
            }
            types.addAll(List.of(type.getInterfaces()));
        }
        throw unreadable(name, "there is no such public method");
    }

    private UnreadableContainerException unreadable(String member, String why) {
        return new UnreadableContainerException(describe(member) + " can't be used: " + why);
    }

    private String describe(String member) {
        return object.getClass().getName() + "." + member;
    }
}
