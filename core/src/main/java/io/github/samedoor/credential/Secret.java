/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A text that must never be shown: a token, an API key or a password.
 *
 * <p>{@code toString} hides it, comparison takes the same time wherever two secrets differ. Immutable and thread-safe.
 */
public final class Secret {
    private final String text;

    /**
     * Hides a text.
     *
     * @param text the secret text
     */
    public Secret(String text) {
        this.text = text;
    }

    /**
     * Returns the text, for hashing it or handing it to its owner once.
     *
     * @return the secret text
     */
    public String reveal() {
        return text;
    }

    /**
     * Returns the text as UTF-8.
     *
     * @return a fresh array, which the caller may overwrite
     */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns a text that tells nothing of the secret. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
