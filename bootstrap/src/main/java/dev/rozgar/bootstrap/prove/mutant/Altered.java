package dev.rozgar.bootstrap.prove.mutant;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/// A port of which one method does something else, and all others what they always do.
final class Altered {
    /// What the method does instead.
    @FunctionalInterface
    interface Body {
        Object run(Object[] arguments);
    }

    private Altered() {}

    /// @throws IllegalArgumentException if the port has no such method: then this alters nothing, and would prove
    /// nothing
    static <T> T port(Class<T> port, T real, String method, Body body) {
        if (Arrays.stream(port.getMethods()).noneMatch(its -> its.getName().equals(method)))
            throw new IllegalArgumentException(port.getSimpleName() + " has no " + method);
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, called, arguments) -> {
                    if (called.getName().equals(method)) return body.run(arguments);
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
