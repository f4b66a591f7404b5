/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.credential.ApiKeyScheme;
import io.github.samedoor.credential.BearerScheme;
import io.github.samedoor.credential.CredentialScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The credential schemes that an init-param names. */
final class SchemeNames {
    private SchemeNames() {}

    static Map<String, CredentialScheme> standard() {
        return read(List.of("Bearer", "ApiKey"));
    }

    /** Reads names of built-in schemes and {@code Name=class} pairs, in their order. */
    static Map<String, CredentialScheme> read(List<String> words) {
        Map<String, CredentialScheme> schemes = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals).strip();
            CredentialScheme scheme =
                    equals < 0 ? builtIn(word) : load(word.substring(equals + 1).strip());
            if (schemes.putIfAbsent(name, scheme) != null) {
                throw new IllegalArgumentException("the scheme '" + name + "' stands twice: name it once");
            }
        }
        return schemes;
    }

    private static CredentialScheme builtIn(String name) {
        return switch (name) {
            case "Bearer" -> new BearerScheme();
            case "ApiKey" -> new ApiKeyScheme();
            default ->
                throw new IllegalArgumentException("the scheme '" + name
                        + "' isn't built in (Bearer, ApiKey): write Name=class to add one of your own");
        };
    }

    private static CredentialScheme load(String className) {
        try {
            return Class.forName(className, true, Thread.currentThread().getContextClassLoader())
                    .asSubclass(CredentialScheme.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "the scheme class '" + className
                            + "' must be a public CredentialScheme with a public constructor without arguments",
                    e);
        }
    }
}
