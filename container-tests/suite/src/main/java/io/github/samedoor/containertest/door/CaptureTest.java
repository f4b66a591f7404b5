/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.mcp.door.view.CapturedResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A captured response lets nothing through to the container's own, in the Servlet version of this container. */
public final class CaptureTest {
    private static final Set<String> STRUCTURE = Set.of("getResponse", "setResponse", "isWrapperFor");

    @Test
    void everyMethodOfTheResponseIsAnsweredByTheCapture() {
        assertThat(
                Stream.of(HttpServletResponseWrapper.class, ServletResponseWrapper.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> !STRUCTURE.contains(method.getName()))
                        .filter(method -> !isAnswered(method))
                        .map(Method::toString)
                        .toList(),
                is(List.of()));
    }

    private static boolean isAnswered(Method method) {
        try {
            return CapturedResponse.class
                    .getMethod(method.getName(), method.getParameterTypes())
                    .getDeclaringClass()
                    .getPackageName()
                    .startsWith("io.github.samedoor.");
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
